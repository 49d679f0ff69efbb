package io.dtkspark.detector;

import io.dtkspark.stats.RowSort;

/**
 * The rows of the window ordered by their values projected along a trend.
 *
 * <p>A trend changes little from row to row, so the order of the last projection is nearly right
 * for the next: rows that left are dropped, new ones appended, keys computed afresh and sorted.
 */
final class ProjectedOrder {

  private final RowSort rowSort = new RowSort();
  private double[] values = new double[0];
  private double[] keys = new double[0];
  private int[] rows = new int[0];
  private int size;

  /** Forgets all rows; {@code newValues} holds what windows see of each row. */
  void begin(double[] newValues) {
    values = newValues;
    size = 0;
  }

  /** Projects the rows of the window to {@code row}: {@code value + slope * age}. */
  void project(TrailingWindow window, int row, double slope) {
    dropBefore(window.row(0));
    append(window);
    for (int k = 0; k < size; k++) {
      keys[k] = values[rows[k]] + slope * (row - rows[k]);
    }
    rowSort.sort(keys, rows, size);
  }

  /** Projected values, ascending, NaN last. */
  double[] keys() {
    return keys;
  }

  /** Rows of {@link #keys()}. */
  int[] rows() {
    return rows;
  }

  private void dropBefore(int oldest) {
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (rows[k] >= oldest) {
        rows[kept++] = rows[k];
      }
    }
    size = kept;
  }

  /** The rows kept are the oldest of the window, so the new ones are all those after them. */
  private void append(TrailingWindow window) {
    int length = window.size();
    if (rows.length < length) {
      int[] old = rows;
      rows = new int[2 * length];
      keys = new double[2 * length];
      System.arraycopy(old, 0, rows, 0, size);
    }
    while (size < length) {
      rows[size] = window.row(size);
      size++;
    }
  }
}
