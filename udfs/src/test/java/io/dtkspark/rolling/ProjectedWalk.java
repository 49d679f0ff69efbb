package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The walk of a detector over a list of rows, each window described along a slope of its own, and
 * the same from scratch: values projected, sorted, summed in detectkit's order.
 */
final class ProjectedWalk {

  static final int WIDTH = 3;

  private final SlidingList list;
  private final WeightTable weights;
  private final IntToDoubleFunction slopeOfRow;

  ProjectedWalk(SlidingList list, WeightTable weights, IntToDoubleFunction slopeOfRow) {
    this.list = list;
    this.weights = weights;
    this.slopeOfRow = slopeOfRow;
  }

  private interface Description {
    void describe(int head, int tail, int row, double slope, double[] out);
  }

  /** Three numbers per element of the list from {@code from} on, NaN while the window is empty. */
  double[] describe(RollingStatistics statistics, int from) {
    statistics.begin(list.values(), list.rows(), from, list.rows().length);
    int[] moved = {from, from};
    return walk(
        from,
        (head, tail, row, slope, out) -> {
          for (; moved[1] < tail; moved[1]++) {
            statistics.add();
          }
          for (; moved[0] < head; moved[0]++) {
            statistics.removeOldest();
          }
          statistics.describe(row, slope, out);
        });
  }

  /** The same from scratch. */
  double[] expected(OrderStatistic statistic) {
    ExactOrder exact = new ExactOrder(statistic, weights);
    RowSort sort = new RowSort();
    return walk(
        0,
        (head, tail, row, slope, out) -> {
          double[] values = new double[tail - head];
          int[] rows = Arrays.copyOfRange(list.rows(), head, tail);
          for (int k = 0; k < rows.length; k++) {
            double value = list.values()[rows[k]];
            values[k] = slope == 0 ? value : value + slope * (row - rows[k]);
          }
          sort.sort(values, rows, rows.length);
          exact.describe(values, rows, rows.length, row, out);
        });
  }

  private double[] walk(int from, Description description) {
    int[] rows = list.rows();
    double[] all = new double[WIDTH * rows.length];
    Arrays.fill(all, Double.NaN);
    double[] out = new double[WIDTH];
    int head = from;
    for (int k = from; k < rows.length; k++) {
      for (; head < k && rows[head] < rows[k] - weights.windowSize(); head++) {}
      if (head < k) {
        Arrays.fill(out, 0);
        description.describe(head, k, rows[k], slopeOfRow.applyAsDouble(rows[k]), out);
        System.arraycopy(out, 0, all, WIDTH * k, WIDTH);
      }
    }
    return all;
  }
}
