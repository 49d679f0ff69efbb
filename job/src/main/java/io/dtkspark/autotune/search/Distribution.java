package io.dtkspark.autotune.search;

import io.dtkspark.stats.PairwiseSum;

/**
 * Shape of a sample without gaps.
 *
 * @param skewness third standardised moment
 * @param excessKurtosis fourth one less 3
 * @param outlierShare share beyond Tukey's fences
 * @param tailRatio median deviation over standard deviation, about 1 for a normal distribution and
 *     less for heavy tails
 * @param zeroShare share of values that are 0 or almost
 * @param normality in (0, 1], 1 for the skewness and kurtosis of a normal distribution
 */
record Distribution(
    int size,
    double skewness,
    double excessKurtosis,
    double outlierShare,
    double tailRatio,
    double zeroShare,
    double normality) {

  private static final double FENCE = 1.5;
  private static final double ALMOST_ZERO = 1e-12;

  static Distribution of(double[] values) {
    int n = values.length;
    if (n < 2) {
      return new Distribution(n, 0, 0, 0, 1, 0, 0.5);
    }
    double mean = PairwiseSum.sum(values, 0, n) / n;
    double variance = moment(values, mean, 2);
    double deviation = Math.sqrt(variance);
    double skewness = 0;
    double kurtosis = 0;
    if (variance != 0) {
      skewness = moment(values, mean, 3) / (variance * deviation);
      kurtosis = moment(values, mean, 4) / (variance * variance) - 3.0;
    }
    double shape = skewness * skewness / 6.0 + kurtosis * kurtosis / 24.0;
    return new Distribution(
        n,
        skewness,
        kurtosis,
        outlierShare(values),
        deviation > 0 ? Trend.MAD_SCALE * medianDeviation(values) / deviation : 1,
        share(values, -ALMOST_ZERO, ALMOST_ZERO),
        StrictMath.exp(-shape));
  }

  private static double moment(double[] values, double mean, int order) {
    double[] powers = new double[values.length];
    for (int i = 0; i < powers.length; i++) {
      double distance = values[i] - mean;
      double square = distance * distance;
      powers[i] = order == 2 ? square : order == 3 ? square * distance : square * square;
    }
    return PairwiseSum.sum(powers, 0, powers.length) / powers.length;
  }

  private static double outlierShare(double[] values) {
    Sample sample = Sample.of(values);
    double q1 = sample.quantile(0.25);
    double q3 = sample.quantile(0.75);
    double range = q3 - q1;
    if (!(range > 0)) {
      return 0;
    }
    double low = q1 - FENCE * range;
    double high = q3 + FENCE * range;
    int outside = 0;
    for (double value : values) {
      outside += value < low || value > high ? 1 : 0;
    }
    return (double) outside / values.length;
  }

  private static double medianDeviation(double[] values) {
    Sample sample = Sample.of(values);
    return sample.deviation(sample.median());
  }

  /** Share of values between two bounds, both excluded. */
  private static double share(double[] values, double above, double below) {
    int inside = 0;
    for (double value : values) {
      inside += value > above && value < below ? 1 : 0;
    }
    return (double) inside / values.length;
  }
}
