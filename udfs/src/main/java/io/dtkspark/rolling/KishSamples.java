package io.dtkspark.rolling;

/**
 * Kish's effective sample size of a sliding window, {@code sum(w)^2 / sum(w^2)}, in {@code out[0]}.
 * Values and slope do not matter. Cost: that of {@link RollingMoments}.
 */
public final class KishSamples implements RollingStatistics {

  private final WindowMoments window;
  private final MomentTotal total = new MomentTotal();

  /**
   * @param weights may be fitted to other half-lives between descriptions
   * @param priority of all rows that will be in a window
   */
  public KishSamples(WeightTable weights, RowPriority priority) {
    window = new WindowMoments(weights, priority);
  }

  @Override
  public void begin(double[] values, int[] rows, int from, int to) {
    window.begin(values, rows, from);
  }

  @Override
  public void add() {
    window.add();
  }

  @Override
  public void removeOldest() {
    window.removeOldest();
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    window.describe(row, total);
    out[0] = total.effectiveSamples();
  }
}
