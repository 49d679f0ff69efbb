package io.dtkspark.stats;

/**
 * Where a quantile lies between the order statistics of {@code n} equally weighted values.
 *
 * <p>Order statistic {@code k} (from 0) sits at position {@code (k + 1 - 0.5) / n}, the midpoint
 * convention of Hazen, and a quantile is interpolated between its two neighbours. Outside the first
 * and last position the quantile is the first or last value. One instance serves samples of
 * changing size; a size it has just seen costs nothing.
 */
public final class HazenRank {

  private final double quantile;
  private int size;
  private int rank;
  private boolean exact;
  private double below;
  private double above;

  /**
   * @param quantile in [0, 1]
   */
  public HazenRank(double quantile) {
    this.quantile = quantile;
  }

  /** Moves to samples of {@code n} values, {@code n >= 1}. */
  public void resize(int n) {
    if (n == size) {
      return;
    }
    size = n;
    int k = (int) Math.floor(quantile * n - 0.5);
    while (k + 1 < n && position(k + 1) <= quantile) {
      k++;
    }
    while (k >= 0 && position(k) > quantile) {
      k--;
    }
    rank = Math.max(k, 0);
    below = position(rank);
    above = position(rank + 1);
    exact = k < 0 || k == n - 1 || below == quantile;
  }

  /** The order statistic at or below the quantile, from 0. */
  public int rank() {
    return rank;
  }

  /** Whether {@link #rank()} alone is the quantile; otherwise {@code rank() + 1} takes part too. */
  public boolean isExact() {
    return exact;
  }

  /** The quantile between the values of {@link #rank()} and of {@code rank() + 1}. */
  public double between(double lowerValue, double upperValue) {
    return Interpolation.at(quantile, below, lowerValue, above, upperValue);
  }

  private double position(int k) {
    return ((k + 1) - 0.5) / size;
  }
}
