package io.dtkspark.store.jdbc;

import io.dtkspark.series.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of a table: those where columns equal values and, if a range is given, {@code
 * timestamp} lies in it.
 *
 * @param equal values by column; all must match
 * @param range {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} mean no bound
 */
public record Filter(Map<String, String> equal, Optional<TimeRange> range) {

  public static Filter of(String column, String value) {
    return new Filter(Map.of(column, value), Optional.empty());
  }

  public static Filter metric(String metric) {
    return of("metric_name", metric);
  }

  public static Filter detector(String metric, Optional<String> detectorId) {
    Filter filter = metric(metric);
    return detectorId.map(id -> filter.and("detector_id", id)).orElse(filter);
  }

  public Filter and(String column, String value) {
    Map<String, String> more = new LinkedHashMap<>(equal);
    more.put(column, value);
    return new Filter(more, range);
  }

  public Filter in(TimeRange newRange) {
    return new Filter(equal, Optional.of(newRange));
  }
}
