package io.dtkspark.store.jdbc;

import io.dtkspark.store.StateStore;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** First and last stored timestamps. */
final class JdbcWatermarks implements StateStore.Watermarks {

  private final JdbcSession session;
  private final Dialect dialect;

  JdbcWatermarks(JdbcSession session) {
    this.session = session;
    this.dialect = session.dialect();
  }

  @Override
  public Optional<Long> firstDatapoint(String metric) {
    return moment(dialect.firstTimestamp(DatapointsTable.TABLE, Filter.metric(metric)));
  }

  @Override
  public Optional<Long> lastDatapoint(String metric) {
    return moment(dialect.lastTimestamp(DatapointsTable.TABLE, Filter.metric(metric)));
  }

  @Override
  public Optional<Long> lastDetection(String metric, String detectorId) {
    Filter rows = Filter.detector(metric, Optional.of(detectorId));
    return moment(dialect.lastTimestamp(DetectionsTable.TABLE, rows));
  }

  private Optional<Long> moment(Query query) {
    return session.list(query, JdbcWatermarks::read).get(0);
  }

  private static Optional<Long> read(ResultSet row) throws SQLException {
    long millis = row.getLong(1);
    return row.wasNull() ? Optional.empty() : Optional.of(millis);
  }
}
