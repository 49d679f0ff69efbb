package io.dtkspark.store.clickhouse;

import io.dtkspark.series.TimeRange;
import java.util.Optional;

/** Conditions on rows of the tables. */
final class Conditions {

  private Conditions() {}

  static String metric(String metric) {
    return equal("metric_name", metric);
  }

  static String detector(String metric, Optional<String> detectorId) {
    return metric(metric) + detectorId.map(id -> " AND " + equal("detector_id", id)).orElse("");
  }

  static String equal(String column, String value) {
    return column + " = " + Literals.text(value);
  }

  /** Begins with AND; empty without bounds. */
  static String andIn(TimeRange range) {
    StringBuilder text = new StringBuilder();
    if (range.fromInclusive() != Long.MIN_VALUE) {
      text.append(" AND timestamp >= ").append(Literals.moment(range.fromInclusive()));
    }
    if (range.toExclusive() != Long.MAX_VALUE) {
      text.append(" AND timestamp < ").append(Literals.moment(range.toExclusive()));
    }
    return text.toString();
  }
}
