package io.dtkspark.store.jdbc;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.store.MetricMirror;
import io.dtkspark.table.MetricsTable;
import io.dtkspark.table.Table;
import java.time.Clock;
import java.util.List;

/** The configuration mirror: a metric's row is deleted and written anew. */
final class JdbcMetricMirror implements MetricMirror {

  private final JdbcSession session;
  private final Clock clock;

  JdbcMetricMirror(JdbcSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void upsert(MetricConfig metric, String tableName) {
    Table table = MetricsTable.TABLE.named(tableName);
    Dialect dialect = session.dialect();
    session.write(
        List.of(
            dialect.delete(table, Filter.metric(metric.name())),
            dialect.insert(table, MetricsTable.row(metric, clock.millis()))));
  }
}
