package io.dtkspark.rolling;

import io.dtkspark.stats.Deviations;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.WeightedQuantile;

/**
 * Weighted order statistics in the original's order of summation, from the rows of a window in
 * value order: one or two passes over the window.
 */
final class ExactOrder {

  private final OrderStatistic statistic;
  private final WeightTable weights;
  private final Deviations deviations = new Deviations();
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private double[] sortedWeights = new double[0];

  ExactOrder(OrderStatistic statistic, WeightTable weights) {
    this.statistic = statistic;
    this.weights = weights;
  }

  void describe(SortedRows sorted, int row, double[] out) {
    int size = sorted.size();
    if (values.length < size) {
      values = new double[2 * size];
      rows = new int[2 * size];
    }
    sorted.copyTo(values, rows);
    describe(values, rows, size, row, out);
  }

  /**
   * Describes rows in value order.
   *
   * @param sortedValues ascending, NaN last
   * @param sortedRows rows of {@code sortedValues}, equal values oldest first
   */
  void describe(double[] sortedValues, int[] sortedRows, int size, int row, double[] out) {
    double total = weigh(sortedRows, size, row);
    if (statistic == OrderStatistic.QUARTILES) {
      out[0] = WeightedQuantile.of(sortedValues, sortedWeights, size, total, 0.25);
      out[1] = WeightedQuantile.of(sortedValues, sortedWeights, size, total, 0.75);
      out[2] = out[1] - out[0];
      return;
    }
    out[0] = WeightedQuantile.of(sortedValues, sortedWeights, size, total, 0.5);
    if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      deviations.sort(sortedValues, sortedRows, size, out[0]);
      total = weigh(deviations.rows(), size, row);
      out[1] = WeightedQuantile.of(deviations.deviations(), sortedWeights, size, total, 0.5);
    }
  }

  private double weigh(int[] valueRows, int size, int row) {
    if (sortedWeights.length < size) {
      sortedWeights = new double[2 * size];
    }
    weights.gather(valueRows, 0, size, row, sortedWeights);
    return PairwiseSum.sum(sortedWeights, 0, size);
  }
}
