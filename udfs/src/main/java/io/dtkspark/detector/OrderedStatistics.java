package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.stats.Deviations;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.SortedRows;
import io.dtkspark.stats.WeightedQuantile;

/**
 * Medians and quartiles of weighted rows, of rows projected along a trend, or both.
 *
 * <p>The rows are kept in value order from step to step; each row of output costs a few passes over
 * the window, in the original's order of summation.
 */
final class OrderedStatistics implements RollingStatistics {

  private final Statistic statistic;
  private final TrailingWindow window = new TrailingWindow(true);
  private final WeightTable weights;
  private final ProjectedOrder projectedOrder = new ProjectedOrder();
  private final Deviations deviations = new Deviations();
  private double[] keys = new double[0];
  private int[] rows = new int[0];
  private double[] sortedWeights = new double[0];

  OrderedStatistics(Statistic statistic, WeightTable weights) {
    this.statistic = statistic;
    this.weights = weights;
  }

  @Override
  public void begin(double[] values, int[] rowList, int from, int to) {
    window.begin(values, rowList, from);
    projectedOrder.begin(values);
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
    }
    describe(size, row, out);
  }

  private void describe(int size, int row, double[] out) {
    double total = weigh(rows, size, row);
    if (statistic == Statistic.IQR) {
      out[0] = WeightedQuantile.of(keys, sortedWeights, size, total, 0.25);
      out[1] = WeightedQuantile.of(keys, sortedWeights, size, total, 0.75);
      out[2] = out[1] - out[0];
    } else {
      out[0] = WeightedQuantile.of(keys, sortedWeights, size, total, 0.5);
      deviations.sort(keys, rows, size, out[0]);
      total = weigh(deviations.rows(), size, row);
      out[1] = WeightedQuantile.of(deviations.deviations(), sortedWeights, size, total, 0.5);
    }
  }

  private double weigh(int[] valueRows, int size, int row) {
    weights.gather(valueRows, 0, size, row, sortedWeights);
    return PairwiseSum.sum(sortedWeights, 0, size);
  }
}
