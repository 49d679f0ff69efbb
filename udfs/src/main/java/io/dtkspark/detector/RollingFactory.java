package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.WeightTable;

/** Chooses the structure that computes the statistics of a detector's windows. */
final class RollingFactory {

  private final WindowedSpec spec;
  private final WeightTable weights;

  RollingFactory(WindowedSpec spec, WeightTable weights) {
    this.spec = spec;
    this.weights = weights;
  }

  /** Centre and spread of the whole window. */
  RollingWindow window() {
    return new RollingWindow(statistics());
  }

  /** Centre and spread of one seasonality group. */
  RollingWindow group() {
    return new RollingWindow(statistics());
  }

  /** The trend of the window, one number. */
  RollingWindow trend() {
    return new RollingWindow(new TrendSlope(weights));
  }

  /** The effective sample size of the window, one number. */
  RollingWindow effectiveSamples() {
    return new RollingWindow(new EffectiveSamples(weights));
  }

  private RollingStatistics statistics() {
    if (spec.statistic() == Statistic.ZSCORE) {
      return new MomentStatistics(weights);
    }
    if (weights.isUniform() && !spec.detrend()) {
      return new SortedStatistics(spec.statistic());
    }
    return new OrderedStatistics(spec.statistic(), weights);
  }
}
