package io.dtkspark.detector;

import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.stats.PairwiseSum;

/** Kish's effective sample size of a window: {@code sum(w)^2 / sum(w^2)}. */
final class EffectiveSamples implements RollingStatistics {

  private final TrailingWindow window = new TrailingWindow(false);

  private final WeightTable weights;
  private double[] gathered = new double[0];
  private double[] squares = new double[0];

  EffectiveSamples(WeightTable weights) {
    this.weights = weights;
  }

  @Override
  public void begin(double[] values, int[] rowList, int from, int to) {
    window.begin(values, rowList, from);
  }

  @Override
  public void add() {
    window.addNext();
  }

  @Override
  public void removeOldest() {
    window.removeOldest();
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    int size = window.size();
    if (gathered.length < size) {
      gathered = new double[2 * size];
      squares = new double[2 * size];
    }
    weights.gather(window.rows(), window.from(), size, row, gathered);
    for (int k = 0; k < size; k++) {
      squares[k] = gathered[k] * gathered[k];
    }
    double total = PairwiseSum.sum(gathered, 0, size);
    out[0] = total * total / PairwiseSum.sum(squares, 0, size);
  }
}
