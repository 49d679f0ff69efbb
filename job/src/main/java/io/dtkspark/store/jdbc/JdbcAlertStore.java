package io.dtkspark.store.jdbc;

import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.DetectionHistory;
import io.dtkspark.store.AlertStore;
import io.dtkspark.table.AlertStatesTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Alert states as rows, and the history behind them. */
final class JdbcAlertStore implements AlertStore {

  private final JdbcSession session;
  private final Clock clock;

  JdbcAlertStore(JdbcSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public DetectionHistory history(String metric) {
    return new JdbcDetectionHistory(session, metric);
  }

  @Override
  public AlertState state(String metric, String alertConfigId) {
    Filter rows = Filter.metric(metric).and("alert_config_id", alertConfigId);
    return session
        .list(new AlertQueries(session.dialect()).state(rows), JdbcAlertStore::read)
        .stream()
        .findFirst()
        .orElse(AlertState.NEW);
  }

  @Override
  public void save(String metric, String alertConfigId, AlertState state) {
    List<Object> row = AlertStatesTable.row(metric, alertConfigId, state, clock.millis());
    session.write(List.of(session.dialect().upsert(AlertStatesTable.TABLE, row)));
  }

  private static AlertState read(ResultSet row) throws SQLException {
    return new AlertState(moment(row, 1), moment(row, 2), row.getLong(3));
  }

  private static long moment(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? AlertState.NEVER : millis;
  }
}
