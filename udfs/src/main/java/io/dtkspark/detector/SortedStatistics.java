package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.stats.HazenRank;
import io.dtkspark.stats.SortedWindow;

/** Medians and quartiles of equally weighted rows without a trend, from a sorted window. */
final class SortedStatistics implements RollingStatistics {

  private final Statistic statistic;
  private final SortedWindow window = new SortedWindow();
  private final HazenRank first;
  private final HazenRank third = new HazenRank(0.75);
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int oldest;
  private int next;

  SortedStatistics(Statistic statistic) {
    this.statistic = statistic;
    this.first = new HazenRank(statistic == Statistic.IQR ? 0.25 : 0.5);
  }

  @Override
  public void begin(double[] newValues, int[] rowList, int from, int to) {
    values = newValues;
    rows = rowList;
    oldest = from;
    next = from;
    window.clear();
  }

  @Override
  public void add() {
    window.add(values[rows[next++]]);
  }

  @Override
  public void removeOldest() {
    window.remove(values[rows[oldest++]]);
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    out[0] = window.quantile(first);
    if (statistic == Statistic.IQR) {
      out[1] = window.quantile(third);
      out[2] = out[1] - out[0];
    } else {
      out[1] = window.deviationQuantile(out[0], first);
    }
  }
}
