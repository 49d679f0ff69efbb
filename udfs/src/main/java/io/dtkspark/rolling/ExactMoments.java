package io.dtkspark.rolling;

import io.dtkspark.stats.WeightedMoments;

/** Moments of a window bit for bit as detectkit sums them, in several passes over the window. */
final class ExactMoments {

  private final WeightTable weights;
  private final WeightedMoments moments = new WeightedMoments();
  private double[] gathered = new double[0];
  private double[] projected = new double[0];

  ExactMoments(WeightTable weights) {
    this.weights = weights;
  }

  /**
   * Describes elements {@code head} to {@code tail - 1} of a list of rows, see {@link
   * RollingStatistics#describe}.
   */
  void describe(
      double[] values, int[] rows, int head, int tail, int row, double slope, double[] out) {
    int size = tail - head;
    if (projected.length < size) {
      projected = new double[2 * size];
      gathered = new double[2 * size];
    }
    for (int k = 0; k < size; k++) {
      double value = values[rows[head + k]];
      projected[k] = slope == 0 ? value : value + slope * (row - rows[head + k]);
    }
    if (weights.isUniform()) {
      moments.weighEqually(size);
    } else {
      weights.gather(rows, head, size, row, gathered);
      moments.weigh(gathered, size);
    }
    moments.describe(projected, 0);
    out[0] = moments.mean();
    out[1] = moments.standardDeviation();
  }
}
