package io.dtkspark.detector;

/**
 * What later windows see of earlier rows when flagged rows count as the bound they violated. Rows
 * are settled one after the other; arrays are indexed by the rows of the series.
 */
final class ClampedHistory {

  private double[] values = new double[0];
  private int[] clampedBefore = new int[1];

  /** Starts over with the processed values of rows {@code from} to {@code to - 1}. */
  void begin(double[] processed, int from, int to) {
    if (values.length < to) {
      values = new double[to + to / 2];
      clampedBefore = new int[to + to / 2 + 1];
    }
    System.arraycopy(processed, from, values, from, to - from);
    clampedBefore[from] = 0;
  }

  /** Values with the bounds of flagged rows in place. */
  double[] values() {
    return values;
  }

  /** Settles the next row as it is. */
  void keep(int row) {
    clampedBefore[row + 1] = clampedBefore[row];
  }

  /** Settles the next row at the bound it violated. */
  void clamp(int row, double bound) {
    values[row] = bound;
    clampedBefore[row + 1] = clampedBefore[row] + 1;
  }

  /** Clamped rows from {@code from} to {@code to - 1}, all settled. */
  int clampedBetween(int from, int to) {
    return clampedBefore[to] - clampedBefore[from];
  }
}
