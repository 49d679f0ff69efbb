package io.dtkspark.stats;

/**
 * Quantiles of values with individual weights, midpoint convention of Hazen.
 *
 * <p>Value {@code k} sits at position {@code (w[0] + ... + w[k] - w[k] / 2) / total}; the quantile
 * is interpolated between the positions around it, and is the first or last value outside of them.
 * The running sum is sequential and the total pairwise, as numpy's {@code cumsum} and {@code sum}
 * have it.
 */
public final class WeightedQuantile {

  /** Midpoints below this share of their target need no division to be told from it. */
  private static final double SURELY_BELOW = 1 - 1e-12;

  private WeightedQuantile() {}

  /**
   * One pass up to the quantile.
   *
   * @param values ascending, NaN last; at least one
   * @param weights positive weights of {@code values}
   * @param size number of values
   * @param total {@link PairwiseSum} of the weights
   * @param quantile in [0, 1]
   */
  public static double of(
      double[] values, double[] weights, int size, double total, double quantile) {
    double near = quantile * total * SURELY_BELOW;
    double sum = 0;
    double previous = 0;
    for (int k = 0; k < size; k++) {
      sum += weights[k];
      double midpoint = sum - 0.5 * weights[k];
      if (midpoint >= near && midpoint / total > quantile) {
        return k == 0
            ? values[0]
            : between(quantile, previous / total, values[k - 1], midpoint / total, values[k]);
      }
      previous = midpoint;
    }
    return values[size - 1];
  }

  private static double between(double quantile, double x0, double y0, double x1, double y1) {
    return x0 == quantile ? y0 : Interpolation.at(quantile, x0, y0, x1, y1);
  }
}
