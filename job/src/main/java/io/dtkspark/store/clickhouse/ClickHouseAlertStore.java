package io.dtkspark.store.clickhouse;

import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.DetectionHistory;
import io.dtkspark.source.clickhouse.RowBinaryInput;
import io.dtkspark.store.AlertStore;
import io.dtkspark.table.AlertStatesTable;
import java.io.IOException;
import java.time.Clock;

/** Alert states as rows, the newest of a block being the one that is read, and the history. */
final class ClickHouseAlertStore implements AlertStore {

  private final ClickHouseSession session;
  private final Clock clock;

  ClickHouseAlertStore(ClickHouseSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public DetectionHistory history(String metric) {
    return new ClickHouseDetectionHistory(session, metric);
  }

  @Override
  public AlertState state(String metric, String alertConfigId) {
    String sql =
        "SELECT "
            + millis("last_alert_sent")
            + ", "
            + millis("last_recovery_sent")
            + ", toInt64(alert_count) FROM "
            + session.tables().name(AlertStatesTable.TABLE)
            + " FINAL WHERE "
            + Conditions.metric(metric)
            + " AND "
            + Conditions.equal("alert_config_id", alertConfigId);
    return session.list(sql, ClickHouseAlertStore::read).stream()
        .findFirst()
        .orElse(AlertState.NEW);
  }

  @Override
  public void save(String metric, String alertConfigId, AlertState state) {
    session.insert(
        AlertStatesTable.TABLE, AlertStatesTable.row(metric, alertConfigId, state, clock.millis()));
  }

  private static String millis(String column) {
    return "ifNull(toUnixTimestamp64Milli(" + column + "), " + AlertState.NEVER + ")";
  }

  private static AlertState read(RowBinaryInput row) throws IOException {
    return new AlertState(row.integer(), row.integer(), row.integer());
  }
}
