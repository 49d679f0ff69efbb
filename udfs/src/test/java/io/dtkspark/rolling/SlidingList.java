package io.dtkspark.rolling;

import io.dtkspark.detector.RandomSeries;
import java.util.Arrays;
import java.util.Random;

/**
 * A list of rows with values, and the walk of a detector over it: rows leave the window by
 * distance, the window is described before each row, then the row enters.
 */
record SlidingList(double[] values, int[] rows) {

  private static final int WIDTH = 3;

  /** Rows of a random series that have a value, about a fifth of them dropped when {@code gaps}. */
  static SlidingList of(RandomSeries.Shape shape, Random random, int size, boolean gaps) {
    double[] values = new double[size];
    for (int row = 0; row < size; row++) {
      values[row] = gaps && random.nextInt(5) == 0 ? Double.NaN : shape.value(random, row);
    }
    return of(values);
  }

  /** All rows that are not NaN. */
  static SlidingList of(double[] values) {
    int[] rows = new int[values.length];
    int size = 0;
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        rows[size++] = row;
      }
    }
    return new SlidingList(values, Arrays.copyOf(rows, size));
  }

  /**
   * What is described before each element of a part of the list, three numbers per element; NaN
   * while the window is empty.
   */
  double[] describe(RollingStatistics statistics, int from, int to, int window) {
    double[] all = new double[WIDTH * (to - from)];
    double[] out = new double[WIDTH];
    statistics.begin(values, rows, from, to);
    int head = from;
    for (int k = from; k < to; k++) {
      for (; head < k && rows[head] < rows[k] - window; head++) {
        statistics.removeOldest();
      }
      Arrays.fill(out, head < k ? 0.0 : Double.NaN);
      if (head < k) {
        statistics.describe(rows[k], 0.0, out);
      }
      System.arraycopy(out, 0, all, WIDTH * (k - from), WIDTH);
      statistics.add();
    }
    return all;
  }

  /** The same from {@link NaiveOrder}. */
  double[] expected(OrderStatistic statistic, int window) {
    double[] all = new double[WIDTH * rows.length];
    Arrays.fill(all, Double.NaN);
    int head = 0;
    for (int k = 0; k < rows.length; k++) {
      for (; head < k && rows[head] < rows[k] - window; head++) {}
      if (head < k) {
        double[] held = Arrays.stream(rows, head, k).mapToDouble(row -> values[row]).toArray();
        System.arraycopy(NaiveOrder.describe(statistic, held), 0, all, WIDTH * k, WIDTH);
      }
    }
    return all;
  }
}
