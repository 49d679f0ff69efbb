package io.dtkspark.detector;

import io.dtkspark.rolling.WeightTable;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.stats.WeightedMoments;

/**
 * Mean and standard deviation of the window and of its groups, in two passes over the rows in time
 * order: the original's bounds on nearly constant data depend on the order of summation.
 */
final class MomentStatistics implements WindowStatistics {

  private final TrailingWindow window;
  private final WeightTable weights;
  private final WeightedMoments windowMoments = new WeightedMoments();
  private final WeightedMoments groupMoments = new WeightedMoments();
  private SeasonalityGroups groups = SeasonalityGroups.NONE;
  private double[] projected = new double[0];
  private double[] groupValues = new double[0];
  private int[] groupRows = new int[0];
  private double[] gathered = new double[0];

  MomentStatistics(TrailingWindow window, WeightTable weights) {
    this.window = window;
    this.weights = weights;
  }

  @Override
  public void begin(double[] values, SeasonalityGroups newGroups) {
    groups = newGroups;
  }

  @Override
  public void add(int row, double value) {}

  @Override
  public void remove(int row, double value) {}

  @Override
  public void ofWindow(int row, double slope, double[] out) {
    int size = window.size();
    int from = window.from();
    if (gathered.length < size) {
      projected = new double[2 * size];
      groupValues = new double[2 * size];
      groupRows = new int[2 * size];
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

  @Override
  public int ofGroup(int component, int row, double slope, int minSize, double[] out) {
    int size = filter(groups.keyOfRow()[component], row);
    if (size >= minSize) {
      if (slope != 0) {
        project(groupValues, groupRows, 0, size, row, slope, groupValues);
      }
      weigh(groupMoments, groupRows, 0, size, row);
      groupMoments.describe(groupValues, 0);
      write(groupMoments, out);
    }
    return size;
  }

  private int filter(int[] keyOfRow, int row) {
    int[] rows = window.rows();
    double[] values = window.values();
    int size = 0;
    for (int k = window.from(); k < window.from() + window.size(); k++) {
      if (keyOfRow[rows[k]] == keyOfRow[row]) {
        groupRows[size] = rows[k];
        groupValues[size] = values[k];
        size++;
      }
    }
    return size;
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
