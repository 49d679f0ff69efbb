package io.dtkspark.rolling;

import io.dtkspark.stats.PairwiseSum;

/**
 * Kish's effective sample size of a sliding window, {@code sum(w)^2 / sum(w^2)}, in {@code out[0]}.
 *
 * <p>Values and slope do not matter. Within 1e-12 of detectkit 0.67.2 (2e-12 for a million rows),
 * including the NaN that it gets when every weight is so small that its square vanishes. Cost and
 * memory: as {@link RollingMoments}.
 */
public final class KishSamples implements RollingStatistics {

  /** Squares of smaller weights lose digits; such windows, all of old rows, are summed anew. */
  private static final double MIN_WEIGHT = 0x1p-480;

  private final WeightTable weights;
  private final WindowMoments window;
  private final MomentTotal total = new MomentTotal(true);
  private int[] rows = new int[0];
  private double[] gathered = new double[0];
  private double[] squares = new double[0];

  /**
   * @param weights may be fitted to another half-life before {@link #begin}
   * @param priority of all rows that will be in a window
   */
  public KishSamples(WeightTable weights, RowPriority priority) {
    this.weights = weights;
    window = new WindowMoments(weights, priority);
  }

  @Override
  public void begin(double[] values, int[] newRows, int from, int to) {
    rows = newRows;
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
    if (weights.of(row - rows[window.tail() - 1]) < MIN_WEIGHT) {
      out[0] = ofTinyWeights(row);
    } else {
      window.describe(row, total);
      out[0] = total.effectiveSamples();
    }
  }

  private double ofTinyWeights(int row) {
    int size = window.tail() - window.head();
    if (gathered.length < size) {
      gathered = new double[2 * size];
      squares = new double[2 * size];
    }
    weights.gather(rows, window.head(), size, row, gathered);
    for (int k = 0; k < size; k++) {
      squares[k] = gathered[k] * gathered[k];
    }
    double sum = PairwiseSum.sum(gathered, 0, size);
    return sum * sum / PairwiseSum.sum(squares, 0, size);
  }
}
