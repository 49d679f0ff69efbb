package io.dtkspark.store.jdbc;

import io.dtkspark.alert.Detection;
import io.dtkspark.alert.DetectionHistory;
import io.dtkspark.alert.DetectorKey;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.AnomalyFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A metric's detections near their end: first how far back to read, then those rows alone. */
final class JdbcDetectionHistory implements DetectionHistory {

  private final JdbcSession session;
  private final AlertQueries queries;
  private final String metric;

  JdbcDetectionHistory(JdbcSession session, String metric) {
    this.session = session;
    this.queries = new AlertQueries(session.dialect());
    this.metric = metric;
  }

  @Override
  public List<Detection> recent(long lastMillis, int points) {
    return moment(queries.oldestOfNewest(until(lastMillis), points))
        .map(oldest -> detections(oldest, lastMillis))
        .orElse(List.of());
  }

  @Override
  public List<Detection> newestStoredAfter(long lastMillis, long storedAfterMillis) {
    return moment(queries.newestStoredAfter(until(lastMillis), storedAfterMillis))
        .map(newest -> detections(newest, newest))
        .orElse(List.of());
  }

  @Override
  public boolean hasValue(long epochMillis) {
    TimeRange instant = new TimeRange(epochMillis, epochMillis + 1);
    return !session.list(queries.anyValue(metric, instant), row -> 1).isEmpty();
  }

  private Filter until(long lastMillis) {
    return Filter.metric(metric).in(new TimeRange(Long.MIN_VALUE, lastMillis + 1));
  }

  private Optional<Long> moment(Query query) {
    return session
        .list(
            query,
            row -> {
              long millis = row.getLong(1);
              return row.wasNull() ? Optional.<Long>empty() : Optional.of(millis);
            })
        .get(0);
  }

  private List<Detection> detections(long firstMillis, long lastMillis) {
    TimeRange range = new TimeRange(firstMillis, lastMillis + 1);
    Filter rows = Filter.metric(metric).in(range);
    return session.list(queries.detections(rows), JdbcDetectionHistory::read);
  }

  private static Detection read(ResultSet row) throws SQLException {
    boolean anomaly = row.getBoolean(5);
    AnomalyFacts facts = AnomalyFacts.of(anomaly, row.getString(9));
    return new Detection(
        row.getLong(1),
        new DetectorKey(row.getString(2), row.getString(3), row.getString(4)),
        number(row, 8),
        number(row, 6),
        number(row, 7),
        anomaly,
        facts.direction(),
        facts.severity());
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
