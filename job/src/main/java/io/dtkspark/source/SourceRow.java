package io.dtkspark.source;

/** Receives the rows of a metric's query in the order of the query. */
@FunctionalInterface
public interface SourceRow {

  /**
   * @param epochMillis timestamp, UTC, cut to milliseconds
   * @param value NaN = NULL
   * @param seasonality the seasonality columns as a JSON object with sorted keys; {@code null} when
   *     the query provides none
   */
  void row(long epochMillis, double value, String seasonality);
}
