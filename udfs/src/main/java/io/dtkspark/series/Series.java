package io.dtkspark.series;

import java.io.Serializable;

/**
 * Datapoints of one metric in ascending time, as parallel arrays that the caller owns.
 *
 * <p>Only the first {@code size} elements count. A NaN value is a gap: the row exists, its value
 * does not. Rows that were never stored are absent, so the step between rows may vary.
 *
 * @param epochMillis timestamps, strictly ascending, UTC
 * @param values one value per timestamp; NaN = gap, infinities are ordinary values
 * @param size number of rows, at most the length of either array
 */
public record Series(long[] epochMillis, double[] values, int size) implements Serializable {

  public Series {
    if (size < 0 || size > epochMillis.length || size > values.length) {
      throw new IllegalArgumentException("size " + size + " does not fit the arrays");
    }
  }
}
