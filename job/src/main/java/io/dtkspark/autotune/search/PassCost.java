package io.dtkspark.autotune.search;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.WindowedSpec;

/**
 * What scoring costs, in nanoseconds of one core, within a factor of three or so: measured per row
 * in a warm JVM on series of 2,000 and 50,000 rows with windows of 168 rows.
 */
public final class PassCost {

  /** Judging a threshold on a finished pass, and scoring the verdicts. */
  private static final double THRESHOLD = 20;

  private static final double COMPONENT = 70;
  private static final double LAG_MODEL = 200;
  private static final double LAG = 200;

  /** What a statistic costs by itself, and more with weights or along a trend. */
  private record Statistic(double plain, double weights, double trend) {}

  private static final Statistic MOMENTS = new Statistic(70, 50, 1100);
  private static final Statistic QUANTILES = new Statistic(150, 400, 4500);

  private PassCost() {}

  /** One pass over the series, without thresholds. */
  public static double ofPass(Candidate candidate, int rows) {
    return rows * perRow(candidate.spec(), candidate.components().size());
  }

  /** Judging the verdicts of one threshold. */
  public static double ofThreshold(int rows) {
    return rows * THRESHOLD;
  }

  private static double perRow(DetectorSpec spec, int components) {
    if (spec instanceof AutoregSpec autoreg) {
      return LAG_MODEL + LAG * autoreg.lags();
    }
    WindowedSpec windowed = (WindowedSpec) spec;
    boolean zscore = windowed.statistic() == WindowedSpec.Statistic.ZSCORE;
    Statistic statistic = zscore ? MOMENTS : QUANTILES;
    return statistic.plain()
        + (windowed.weights().isUniform() ? 0 : statistic.weights())
        + (windowed.detrend() ? statistic.trend() : 0)
        + components * COMPONENT;
  }
}
