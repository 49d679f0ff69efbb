package io.dtkspark.store.clickhouse;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.store.MetricMirror;
import io.dtkspark.table.MetricsTable;
import io.dtkspark.table.Table;
import java.time.Clock;

/** The configuration mirror: a metric's row is deleted and written anew. */
final class ClickHouseMetricMirror implements MetricMirror {

  private final ClickHouseSession session;
  private final Clock clock;

  ClickHouseMetricMirror(ClickHouseSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void upsert(MetricConfig metric, String tableName) {
    Table table = MetricsTable.TABLE.named(tableName);
    session.delete(table, Conditions.metric(metric.name()));
    session.insert(table, MetricsTable.row(metric, clock.millis()));
  }
}
