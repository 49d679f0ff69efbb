package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.KishSamples;
import io.dtkspark.rolling.OrderStatistic;
import io.dtkspark.rolling.ProjectedRuns;
import io.dtkspark.rolling.RankedOrder;
import io.dtkspark.rolling.RollingMoments;
import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.RollingTrend;
import io.dtkspark.rolling.RowPriority;
import io.dtkspark.rolling.SortedOrder;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.rolling.WeightedOrder;

/** Chooses the structure that computes the statistics of a detector's windows. */
final class RollingFactory {

  /** Windows below this many rows are searched faster in a sorted array than by rank. */
  private static final int RANKED = 100;

  /** Sorted arrays of more rows than this take longer to shift than blocks to search. */
  private static final int BLOCKED = 12_000;

  private final WindowedSpec spec;
  private final WeightTable weights;
  private final RowPriority priority;

  /**
   * @param weights fitted before each pass
   * @param priority prepared for the rows of each pass
   */
  RollingFactory(WindowedSpec spec, WeightTable weights, RowPriority priority) {
    this.spec = spec;
    this.weights = weights;
    this.priority = priority;
  }

  /** Centre and spread of the whole window. */
  RollingWindow window() {
    return new RollingWindow(statistics(false));
  }

  /** The same where seasonality groups are divided by the centre, so that zero has to be exact. */
  RollingWindow seasonalWindow() {
    return new RollingWindow(statistics(true));
  }

  /** Centre and spread of one seasonality group. */
  RollingWindow group() {
    return new RollingWindow(statistics(true));
  }

  /** The trend of the window, one number. */
  RollingWindow trend() {
    return new RollingWindow(new RollingTrend(weights, () -> order(OrderStatistic.MEDIAN)));
  }

  /** The effective sample size of the window, one number. */
  RollingWindow effectiveSamples() {
    return new RollingWindow(new KishSamples(weights, priority));
  }

  private RollingStatistics statistics(boolean exactZero) {
    if (spec.statistic() == Statistic.ZSCORE) {
      return new RollingMoments(weights, priority, exactZero);
    }
    OrderStatistic statistic =
        spec.statistic() == Statistic.IQR
            ? OrderStatistic.QUARTILES
            : OrderStatistic.MEDIAN_DEVIATION;
    RollingStatistics unprojected = order(statistic);
    return spec.detrend() ? new ProjectedRuns(statistic, weights, unprojected) : unprojected;
  }

  private RollingStatistics order(OrderStatistic statistic) {
    if (!weights.isUniform() || (spec.clamp() && spec.windowSize() > BLOCKED)) {
      boolean known = !spec.clamp();
      return new WeightedOrder(statistic, weights, known);
    }
    return spec.clamp() || spec.windowSize() < RANKED
        ? new SortedOrder(statistic)
        : new RankedOrder(statistic);
  }
}
