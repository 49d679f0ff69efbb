package io.dtkspark.store.jdbc;

import io.dtkspark.series.TimeRange;
import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;

/** The SQL behind alerts, in the words of a dialect. */
final class AlertQueries {

  private final Dialect dialect;
  private final String timestamp;

  AlertQueries(Dialect dialect) {
    this.dialect = dialect;
    this.timestamp = dialect.quoted("timestamp");
  }

  /** One row: the oldest of the newest {@code points} times with detections, or NULL. */
  Query oldestOfNewest(Filter rows, int points) {
    return Query.of("SELECT " + dialect.millis("min(t)") + " FROM (SELECT DISTINCT " + timestamp)
        .then(" AS t" + dialect.from(DetectionsTable.TABLE))
        .then(dialect.where(rows))
        .then(Query.of(" ORDER BY t DESC LIMIT ?) AS newest", points));
  }

  /** One row: the newest time with a detection stored after a moment, or NULL. */
  Query newestStoredAfter(Filter rows, long storedAfterMillis) {
    return Query.of("SELECT " + dialect.millis("max(" + timestamp + ")"))
        .then(dialect.from(DetectionsTable.TABLE))
        .then(dialect.where(rows))
        .then(Query.of(" AND created_at > " + dialect.moment(), storedAfterMillis));
  }

  /**
   * Columns: epoch milliseconds, detector id, name, parameters, whether an anomaly, lower and upper
   * bound, value, metadata of an anomaly; in order of time and detector id.
   */
  Query detections(Filter rows) {
    return Query.of(
            "SELECT "
                + dialect.millis(timestamp)
                + ", detector_id, detector_name, detector_params, is_anomaly, confidence_lower,"
                + " confidence_upper, value, CASE WHEN is_anomaly THEN detection_metadata END"
                + dialect.from(DetectionsTable.TABLE))
        .then(dialect.where(rows))
        .then(" ORDER BY " + timestamp + ", detector_id");
  }

  /** One row if there is a datapoint with a value. */
  Query anyValue(String metric, TimeRange range) {
    return Query.of("SELECT 1" + dialect.from(DatapointsTable.TABLE))
        .then(dialect.where(Filter.metric(metric).in(range)))
        .then(" AND value IS NOT NULL LIMIT 1");
  }

  /** Columns: last alert and last recovery in epoch milliseconds, alerts so far. */
  Query state(Filter rows) {
    return Query.of(
            "SELECT "
                + dialect.millis("last_alert_sent")
                + ", "
                + dialect.millis("last_recovery_sent")
                + ", alert_count"
                + dialect.from(AlertStatesTable.TABLE))
        .then(dialect.where(rows));
  }
}
