package io.dtkspark.store.clickhouse;

import io.dtkspark.config.Profile;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.AlertStore;
import io.dtkspark.store.AutotuneRuns;
import io.dtkspark.store.LockStore;
import io.dtkspark.store.MetricMirror;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.Upkeep;
import io.dtkspark.store.jdbc.DatapointRows;
import io.dtkspark.store.jdbc.DetectionRows;
import io.dtkspark.store.jdbc.TableCheck;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** State in ClickHouse, over HTTP; rows in bulk by a {@link RowTransport}. */
public final class ClickHouseStateStore implements StateStore {

  private final ClickHouseSession session;
  private final Stagings stagings;
  private final RowTransport transport;
  private final Clock clock;

  private ClickHouseStateStore(ClickHouseSession session, RowTransport transport, Clock clock) {
    this.session = session;
    this.transport = transport;
    this.stagings = new Stagings(session, transport);
    this.clock = clock;
  }

  /**
   * A store that connects when it is first used.
   *
   * @param clock time of lock and mirror rows
   */
  public static StateStore open(Profile profile, Clock clock) {
    return open(profile, clock, UnaryOperator.identity());
  }

  /**
   * A store whose rows go another way.
   *
   * @param other makes that way; it gets the built-in one
   */
  public static StateStore open(Profile profile, Clock clock, UnaryOperator<RowTransport> other) {
    ClickHouseSession session = new ClickHouseSession(profile);
    return new ClickHouseStateStore(session, other.apply(new ClientTransport(session)), clock);
  }

  @Override
  public void createTables() {
    session.tables().createAll().forEach(session::write);
    requireColumns();
    stagings.sweep();
  }

  private void requireColumns() {
    ClickHouseTables tables = session.tables();
    List<String> stored =
        session.list(tables.storedColumns(), row -> TableCheck.key(row.text(), row.text()));
    TableCheck.require(session.database(), Set.copyOf(stored), tables::addColumn);
  }

  @Override
  public Watermarks watermarks() {
    return new ClickHouseWatermarks(session);
  }

  @Override
  public LockStore locks() {
    return new ClickHouseLocks(session, clock);
  }

  @Override
  public MetricMirror metricMirror() {
    return new ClickHouseMetricMirror(session, clock);
  }

  @Override
  public Upkeep upkeep() {
    return new ClickHouseUpkeep(session);
  }

  @Override
  public AutotuneRuns autotuneRuns() {
    return new ClickHouseAutotuneRuns(session, clock);
  }

  @Override
  public AlertStore alerts() {
    return new ClickHouseAlertStore(session, clock);
  }

  @Override
  public void readDatapoints(String metric, TimeRange range, DatapointColumns rows) {
    transport.readDatapoints(metric, range, rows);
  }

  @Override
  public DatapointSink stageDatapoints(Staging staging, DatapointHeader header) {
    return new DatapointRows(stagings.create(staging, header.constants()));
  }

  @Override
  public DetectionSink stageDetections(Staging staging, DetectionHeader header) {
    return new DetectionRows(stagings.create(staging, header.constants()));
  }

  @Override
  public void publish(Publication publication) {
    new Publisher(session, stagings, publication).publish();
  }

  @Override
  public void discard(Staging staging) {
    stagings.drop(List.of(staging));
  }

  @Override
  public void close() {
    session.close();
  }
}
