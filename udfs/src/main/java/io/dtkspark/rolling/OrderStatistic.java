package io.dtkspark.rolling;

/** What is asked of the values of a window in ascending order. */
public enum OrderStatistic {
  /** {@code out[0]} is the median. */
  MEDIAN,
  /** {@code out[0]} is the median, {@code out[1]} the median of the absolute deviations from it. */
  MEDIAN_DEVIATION,
  /** {@code out[0]} and {@code out[1]} are the quartiles, {@code out[2]} is their distance. */
  QUARTILES
}
