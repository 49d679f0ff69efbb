package io.dtkspark.store.clickhouse;

import io.dtkspark.store.StateStore;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.Table;
import java.util.Optional;

/**
 * First and last stored timestamps, read from one end of the key. Without FINAL: versions of a row
 * have the same timestamp.
 */
final class ClickHouseWatermarks implements StateStore.Watermarks {

  private final ClickHouseSession session;

  ClickHouseWatermarks(ClickHouseSession session) {
    this.session = session;
  }

  @Override
  public Optional<Long> firstDatapoint(String metric) {
    return timestamp(DatapointsTable.TABLE, Conditions.metric(metric), "ASC");
  }

  @Override
  public Optional<Long> lastDatapoint(String metric) {
    return timestamp(DatapointsTable.TABLE, Conditions.metric(metric), "DESC");
  }

  @Override
  public Optional<Long> lastDetection(String metric, String detectorId) {
    String rows = Conditions.detector(metric, Optional.of(detectorId));
    return timestamp(DetectionsTable.TABLE, rows, "DESC");
  }

  private Optional<Long> timestamp(Table table, String condition, String order) {
    String sql =
        "SELECT toUnixTimestamp64Milli(timestamp) FROM "
            + session.tables().name(table)
            + " WHERE "
            + condition
            + " ORDER BY timestamp "
            + order
            + " LIMIT 1";
    return session.list(sql, row -> row.integer()).stream().findFirst();
  }
}
