package io.dtkspark.rolling;

/** The weight that a quantile of a window has below it, as seen from some row. */
final class WeightTarget extends WeightSum {

  /** The scale of weight pairs, see {@link RowWeights}. */
  double scale;

  /** By how much the original's sums of the window's weights, in doubles, may be off. */
  double rounding;

  /** Looks at the window from {@code row}. */
  void face(SortedRows sorted, int row) {
    face(sorted.total, sorted.size(), sorted.weights.scale(row));
  }

  /** Looks at {@code size} rows that weigh {@code total} together. */
  void face(WeightSum total, int size, double newScale) {
    scale = newScale;
    // Errors of n additions add up like a random walk; this is seven times its deviation.
    rounding = (total.high + scale * total.low) * 0x1p-53 * (16.0 + 2.0 * Math.sqrt(size));
  }

  /**
   * Aims at a share of the weight, without rounding.
   *
   * @param quantile 0.25, 0.5 or 0.75
   */
  void aim(WeightSum total, double quantile) {
    double less = quantile > 0.5 ? quantile - 1 : quantile;
    high = less * total.high;
    low = less * total.low;
    if (less < 0) {
      add(total);
    }
  }

  /** The target minus a sum, rounded: by no more than {@link #rounding} allows for. */
  double above(WeightSum sum) {
    return (high - sum.high) + scale * (low - sum.low);
  }

  /** A weight pair, rounded. */
  double rounded(double pairHigh, double pairLow) {
    return pairHigh + scale * pairLow;
  }

  /** The target minus a sum and a pair; good for telling its sign. */
  double above(WeightSum sum, double pairHigh, double pairLow) {
    return (high - sum.high - pairHigh) + scale * (low - sum.low - pairLow);
  }
}
