package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.stats.Deviations;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.SortedRows;
import io.dtkspark.stats.WeightedQuantile;

/**
 * Medians and quartiles of weighted rows, of rows projected along a trend, or both.
 *
 * <p>The rows are kept in value order from step to step; each row of output costs a few passes over
 * the window, in the original's order of summation. Groups are filtered from the sorted rows and
 * thus need no sorting.
 */
final class OrderedStatistics implements WindowStatistics {

  private final Statistic statistic;
  private final TrailingWindow window;
  private final WeightTable weights;
  private final ProjectedOrder projectedOrder = new ProjectedOrder();
  private final Deviations deviations = new Deviations();
  private SeasonalityGroups groups = SeasonalityGroups.NONE;
  private double[] keys = new double[0];
  private int[] rows = new int[0];
  private double[] groupKeys = new double[0];
  private int[] groupRows = new int[0];
  private double[] sortedWeights = new double[0];

  /**
   * @param window rows in time order and in value order; maintained by the caller
   */
  OrderedStatistics(Statistic statistic, TrailingWindow window, WeightTable weights) {
    this.statistic = statistic;
    this.window = window;
    this.weights = weights;
  }

  @Override
  public void begin(double[] values, SeasonalityGroups newGroups) {
    groups = newGroups;
    projectedOrder.begin(values);
  }

  @Override
  public void add(int row, double value) {}

  @Override
  public void remove(int row, double value) {}

  @Override
  public void ofWindow(int row, double slope, double[] out) {
    int size = window.size();
    if (slope == 0) {
      SortedRows byValue = window.byValue();
      keys = byValue.values();
      rows = byValue.rows();
    } else {
      projectedOrder.project(window, row, slope);
      keys = projectedOrder.keys();
      rows = projectedOrder.rows();
    }
    if (sortedWeights.length < size) {
      sortedWeights = new double[2 * size];
      groupKeys = new double[2 * size];
      groupRows = new int[2 * size];
    }
    describe(keys, rows, size, row, out);
  }

  @Override
  public int ofGroup(int component, int row, double slope, int minSize, double[] out) {
    int[] keyOfRow = groups.keyOfRow()[component];
    int size = 0;
    for (int k = 0; k < window.size(); k++) {
      if (keyOfRow[rows[k]] == keyOfRow[row]) {
        groupKeys[size] = keys[k];
        groupRows[size] = rows[k];
        size++;
      }
    }
    if (size >= minSize) {
      describe(groupKeys, groupRows, size, row, out);
    }
    return size;
  }

  private void describe(double[] values, int[] valueRows, int size, int row, double[] out) {
    double total = weigh(valueRows, size, row);
    if (statistic == Statistic.IQR) {
      out[0] = WeightedQuantile.of(values, sortedWeights, size, total, 0.25);
      out[1] = WeightedQuantile.of(values, sortedWeights, size, total, 0.75);
      out[2] = out[1] - out[0];
    } else {
      out[0] = WeightedQuantile.of(values, sortedWeights, size, total, 0.5);
      deviations.sort(values, valueRows, size, out[0]);
      total = weigh(deviations.rows(), size, row);
      out[1] = WeightedQuantile.of(deviations.deviations(), sortedWeights, size, total, 0.5);
    }
  }

  private double weigh(int[] valueRows, int size, int row) {
    weights.gather(valueRows, 0, size, row, sortedWeights);
    return PairwiseSum.sum(sortedWeights, 0, size);
  }
}
