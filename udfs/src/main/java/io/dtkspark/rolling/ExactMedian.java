package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;

/** Weighted medians of a piece of a list of rows in the original's order of summation, in full. */
final class ExactMedian {

  private final ExactOrder exact;
  private final RowSort rowSort = new RowSort();
  private final double[] out = new double[1];
  private double[] values = new double[0];
  private int[] rows = new int[0];

  ExactMedian(WeightTable table) {
    exact = new ExactOrder(OrderStatistic.MEDIAN, table);
  }

  /** The median of the values of elements {@code [from, to)}, as seen from {@code row}. */
  double ofValues(double[] series, int[] list, int from, int to, int row) {
    reserve(to - from);
    for (int k = from; k < to; k++) {
      values[k - from] = series[list[k]];
      rows[k - from] = list[k];
    }
    rowSort.sort(values, rows, to - from);
    return describe(to - from, row);
  }

  /** The median of their ages, which are in order already. */
  double ofAges(int[] list, int from, int to, int row) {
    reserve(to - from);
    for (int k = to - 1; k >= from; k--) {
      values[to - 1 - k] = row - list[k];
      rows[to - 1 - k] = list[k];
    }
    return describe(to - from, row);
  }

  private double describe(int size, int row) {
    exact.describe(values, rows, size, row, out);
    return out[0];
  }

  private void reserve(int size) {
    if (values.length < size) {
      values = new double[2 * size];
      rows = new int[2 * size];
    }
  }
}
