package io.dtkspark.store.clickhouse;

import io.dtkspark.alert.Detection;
import io.dtkspark.alert.DetectionHistory;
import io.dtkspark.alert.DetectorKey;
import io.dtkspark.series.TimeRange;
import io.dtkspark.source.clickhouse.RowBinaryInput;
import io.dtkspark.store.AnomalyFacts;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import java.io.IOException;
import java.util.List;

/**
 * A metric's detections near their end: first how far back to read, then those rows alone, of each
 * its newest version.
 */
final class ClickHouseDetectionHistory implements DetectionHistory {

  private final ClickHouseSession session;
  private final String metric;
  private final String detections;

  ClickHouseDetectionHistory(ClickHouseSession session, String metric) {
    this.session = session;
    this.metric = metric;
    this.detections = session.tables().name(DetectionsTable.TABLE);
  }

  @Override
  public List<Detection> recent(long lastMillis, int points) {
    String newest =
        "SELECT DISTINCT timestamp AS t FROM " + until(lastMillis) + " ORDER BY t DESC LIMIT ";
    String sql = "SELECT toUnixTimestamp64Milli(min(t)) FROM (" + newest + points + ") HAVING ";
    return session.list(sql + "count() > 0", RowBinaryInput::integer).stream()
        .findFirst()
        .map(oldest -> read(oldest, lastMillis))
        .orElse(List.of());
  }

  @Override
  public List<Detection> newestStoredAfter(long lastMillis, long storedAfterMillis) {
    String sql =
        "SELECT toUnixTimestamp64Milli(timestamp) FROM "
            + until(lastMillis)
            + " AND created_at > "
            + Literals.moment(storedAfterMillis)
            + " ORDER BY timestamp DESC LIMIT 1";
    return session.list(sql, RowBinaryInput::integer).stream()
        .findFirst()
        .map(newest -> read(newest, newest))
        .orElse(List.of());
  }

  @Override
  public boolean hasValue(long epochMillis) {
    String sql =
        "SELECT true FROM "
            + session.tables().name(DatapointsTable.TABLE)
            + " FINAL WHERE "
            + Conditions.metric(metric)
            + Conditions.andIn(new TimeRange(epochMillis, epochMillis + 1))
            + " AND NOT isNaN(value) LIMIT 1";
    return !session.list(sql, RowBinaryInput::flag).isEmpty();
  }

  /** Versions of a row have the same timestamp, so here they need not be told apart. */
  private String until(long lastMillis) {
    return detections
        + " WHERE "
        + Conditions.metric(metric)
        + Conditions.andIn(new TimeRange(Long.MIN_VALUE, lastMillis + 1));
  }

  private List<Detection> read(long firstMillis, long lastMillis) {
    String sql =
        "SELECT toUnixTimestamp64Milli(timestamp), detector_id, detector_name, detector_params,"
            + " is_anomaly, confidence_lower, confidence_upper, value,"
            + " if(is_anomaly, detection_metadata, '') FROM "
            + detections
            + " FINAL WHERE "
            + Conditions.metric(metric)
            + Conditions.andIn(new TimeRange(firstMillis, lastMillis + 1))
            + " ORDER BY timestamp, detector_id";
    return session.list(sql, ClickHouseDetectionHistory::read);
  }

  private static Detection read(RowBinaryInput row) throws IOException {
    long time = row.integer();
    DetectorKey detector = new DetectorKey(row.text(), row.text(), row.text());
    boolean anomaly = row.flag();
    double lower = row.nullableNumber();
    double upper = row.nullableNumber();
    double value = row.nullableNumber();
    AnomalyFacts facts = AnomalyFacts.of(anomaly, row.text());
    return new Detection(
        time, detector, value, lower, upper, anomaly, facts.direction(), facts.severity());
  }
}
