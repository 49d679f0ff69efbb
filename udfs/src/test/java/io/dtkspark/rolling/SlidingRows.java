package io.dtkspark.rolling;

import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Random;

/** A list of rows with values, and the window of those at most {@code windowSize} rows back. */
final class SlidingRows {

  static final WindowWeights LINEAR = new WindowWeights(WindowWeights.Kind.LINEAR, Double.NaN, 0);

  final double[] values;
  final int[] rows;
  final RowPriority priority = new RowPriority();
  final WeightTable weights;

  /** Called for a window that is not empty: elements {@code head} to {@code tail - 1}. */
  interface Check {
    void check(int head, int tail, int row);
  }

  /**
   * @param values one per row of the list
   * @param rows strictly ascending
   */
  SlidingRows(double[] values, int[] rows, WindowWeights weights, int windowSize) {
    int end = rows[rows.length - 1] + 1;
    this.rows = rows;
    this.values = new double[end];
    long[] epochMillis = new long[end];
    for (int row = 0; row < end; row++) {
      epochMillis[row] = 1_700_000_040_000L + 60_000L * row;
    }
    for (int i = 0; i < rows.length; i++) {
      this.values[rows[i]] = values[i];
    }
    priority.prepare(epochMillis, 0, end);
    this.weights = new WeightTable(weights, windowSize);
  }

  /**
   * @param gaps whether the list has rows missing, many in a few places
   */
  static SlidingRows of(
      Shape shape, Random random, int size, boolean gaps, WindowWeights weights, int windowSize) {
    double[] values = new double[size];
    int[] rows = new int[size];
    int row = 0;
    for (int i = 0; i < size; i++) {
      do {
        values[i] = shape.value(random, row);
        rows[i] = row++;
      } while (Double.isNaN(values[i]));
      if (gaps && random.nextInt(5) == 0) {
        row += random.nextInt(12) == 0 ? 70 : random.nextInt(3);
      }
    }
    return new SlidingRows(values, rows, weights, windowSize);
  }

  static WindowWeights halfLife(double rows) {
    return new WindowWeights(WindowWeights.Kind.EXPONENTIAL, rows, 0);
  }

  /** Slides the window over the list from element {@code from} on and checks it at each row. */
  void slide(RollingStatistics statistics, int from, Check check) {
    statistics.begin(values, rows, from, rows.length);
    int head = from;
    for (int i = from; i < rows.length; i++) {
      while (head < i && rows[head] < rows[i] - weights.windowSize()) {
        statistics.removeOldest();
        head++;
      }
      if (head < i) {
        check.check(head, i, rows[i]);
      }
      statistics.add();
    }
  }
}
