package io.dtkspark.autotune.search;

import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.WindowedSpec;

/**
 * What scoring costs, in nanoseconds of one core; within a factor of three or so. The costs per row
 * are those of a warm JVM on a 2.6 GHz server core, measured on hourly series of 2,000 and 50,000
 * rows.
 */
final class PassCost {

  private static final double MEDIAN = 150;
  private static final double MOMENTS = 60;
  private static final double WEIGHTED = 250;
  private static final double TREND = 400;
  private static final double PER_COMPONENT = 120;
  private static final double CLAMPED = 150;
  private static final double PER_SQUARED_LAG = 12;
  private static final double LAG_MODEL = 300;

  /** Judging and scoring one threshold on a finished pass. */
  private static final double JUDGE = 40;

  private PassCost() {}

  static double ofPass(Candidate candidate, int rows) {
    return rows * perRow(candidate.spec(), candidate.components().size());
  }

  static double ofThreshold(int rows) {
    return rows * JUDGE;
  }

  private static double perRow(DetectorSpec spec, int components) {
    if (!(spec instanceof WindowedSpec windowed)) {
      int coefficients = spec.contextSize() - 2;
      return LAG_MODEL + PER_SQUARED_LAG * Math.min(coefficients, 10) * 10;
    }
    double cost = windowed.statistic() == WindowedSpec.Statistic.ZSCORE ? MOMENTS : MEDIAN;
    cost += windowed.weights().isUniform() ? 0 : WEIGHTED;
    cost += windowed.detrend() ? TREND : 0;
    cost += windowed.clamp() ? CLAMPED : 0;
    return cost + components * PER_COMPONENT;
  }
}
