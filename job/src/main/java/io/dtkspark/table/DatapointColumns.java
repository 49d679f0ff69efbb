package io.dtkspark.table;

/** Receives stored datapoints of one metric in ascending time. */
@FunctionalInterface
public interface DatapointColumns {

  /**
   * @param value NaN = NULL
   * @param seasonalityData JSON object text; null unless {@link #readsSeasonality()}
   * @param seasonalityColumns comma-joined column names; null unless {@link #readsSeasonality()}
   */
  void row(long epochMillis, double value, String seasonalityData, String seasonalityColumns);

  /** Whether the texts are needed: they are most of the cost of reading a row. */
  default boolean readsSeasonality() {
    return true;
  }
}
