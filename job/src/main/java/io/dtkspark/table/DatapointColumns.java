package io.dtkspark.table;

/** Receives stored datapoints of one metric in ascending time. */
@FunctionalInterface
public interface DatapointColumns {

  /**
   * @param value NaN = NULL
   * @param seasonalityData JSON object text
   * @param seasonalityColumns comma-joined column names
   */
  void row(long epochMillis, double value, String seasonalityData, String seasonalityColumns);
}
