package io.dtkspark.store.jdbc;

import io.dtkspark.series.TimeRange;
import io.dtkspark.store.AlertStore;
import io.dtkspark.store.AutotuneRuns;
import io.dtkspark.store.LockStore;
import io.dtkspark.store.MetricMirror;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.Upkeep;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.StateTables;
import io.dtkspark.table.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A state store on a JDBC connection; rows in bulk go through the database's own data plane. */
public final class JdbcStateStore implements StateStore {

  private final JdbcSession session;
  private final DataPlane dataPlane;
  private final Clock clock;

  public JdbcStateStore(JdbcSession session, DataPlane dataPlane, Clock clock) {
    this.session = session;
    this.dataPlane = dataPlane;
    this.clock = clock;
  }

  @Override
  public void createTables() {
    List<Query> queries = new ArrayList<>(session.dialect().createLocations());
    for (Table table : StateTables.ALL) {
      queries.add(session.dialect().createTable(table));
    }
    session.write(queries);
    requireColumns();
    dataPlane.prepare();
  }

  private void requireColumns() {
    Dialect dialect = session.dialect();
    List<String> stored =
        session.list(
            dialect.storedColumns(), row -> TableCheck.key(row.getString(1), row.getString(2)));
    TableCheck.require(session.database(), new HashSet<>(stored), dialect::addColumn);
  }

  @Override
  public Watermarks watermarks() {
    return new JdbcWatermarks(session);
  }

  @Override
  public LockStore locks() {
    return new JdbcLockStore(session, clock);
  }

  @Override
  public MetricMirror metricMirror() {
    return new JdbcMetricMirror(session, clock);
  }

  @Override
  public Upkeep upkeep() {
    return new JdbcUpkeep(session);
  }

  @Override
  public AutotuneRuns autotuneRuns() {
    return new JdbcAutotuneRuns(session, clock);
  }

  @Override
  public AlertStore alerts() {
    return new JdbcAlertStore(session, clock);
  }

  @Override
  public void readDatapoints(String metric, TimeRange range, DatapointColumns rows) {
    dataPlane.readDatapoints(Filter.metric(metric).in(range), rows);
  }

  @Override
  public DatapointSink stageDatapoints(Staging staging, DatapointHeader header) {
    return dataPlane.stageDatapoints(staging, header);
  }

  @Override
  public DetectionSink stageDetections(Staging staging, DetectionHeader header) {
    return dataPlane.stageDetections(staging, header);
  }

  @Override
  public void publish(Publication publication) {
    dataPlane.publish(publication);
  }

  @Override
  public void discard(Staging staging) {
    dataPlane.discard(staging);
  }

  @Override
  public void close() {
    try (dataPlane) {
      session.close();
    }
  }
}
