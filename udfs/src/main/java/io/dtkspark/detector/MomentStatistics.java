package io.dtkspark.detector;

import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.stats.WeightedMoments;

/**
 * Mean and standard deviation of the window and of its groups, in two passes over the rows in time
 * order: the original's bounds on nearly constant data depend on the order of summation.
 */
final class MomentStatistics implements RollingStatistics {

  private final TrailingWindow window = new TrailingWindow(false);
  private final WeightTable weights;
  private final WeightedMoments windowMoments = new WeightedMoments();
  private double[] projected = new double[0];
  private double[] gathered = new double[0];

  MomentStatistics(WeightTable weights) {
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
    int from = window.from();
    if (gathered.length < size) {
      projected = new double[2 * size];
      gathered = new double[2 * size];
    }
    weigh(windowMoments, window.rows(), from, size, row);
    if (slope == 0) {
      windowMoments.describe(window.values(), from);
    } else {
      project(window.values(), window.rows(), from, size, row, slope, projected);
      windowMoments.describe(projected, 0);
    }
    write(windowMoments, out);
  }

  private void weigh(WeightedMoments moments, int[] rows, int from, int size, int row) {
    if (weights.isUniform()) {
      moments.weighEqually(size);
    } else {
      weights.gather(rows, from, size, row, gathered);
      moments.weigh(gathered, size);
    }
  }

  private static void project(
      double[] values, int[] rows, int from, int size, int row, double slope, double[] out) {
    for (int k = 0; k < size; k++) {
      out[k] = values[from + k] + slope * (row - rows[from + k]);
    }
  }

  private static void write(WeightedMoments moments, double[] out) {
    out[0] = moments.mean();
    out[1] = moments.standardDeviation();
  }
}
