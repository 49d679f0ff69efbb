package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;

/** The interval of normal values around the statistics of a window. */
final class Bounds {

  /** Makes a MAD comparable with a standard deviation of normally distributed data. */
  private static final double MAD_SCALE = 1.4826;

  /** Half-width when all values are the same and any deviation is an anomaly. */
  private static final double NO_SPREAD = 1e-10;

  private final Statistic statistic;
  private final double threshold;
  private double lower;
  private double upper;

  Bounds(Statistic statistic, double threshold) {
    this.statistic = statistic;
    this.threshold = threshold;
  }

  double lower() {
    return lower;
  }

  double upper() {
    return upper;
  }

  /**
   * Sets the bounds from statistics in the order of {@link Statistic#names()}. Seasonality can turn
   * the interval round; then its ends are swapped.
   */
  void set(double[] stats) {
    double spread = stats[stats.length - 1];
    double margin = spread == 0 ? NO_SPREAD : margin(spread);
    lower = stats[0] - margin;
    upper = stats[stats.length - 2] + margin;
    if (lower > upper) {
      double swap = lower;
      lower = upper;
      upper = swap;
    }
  }

  /** A distance beyond the bound in units of the spread; infinite without spread. */
  double severity(double distance, double[] stats) {
    double spread = stats[stats.length - 1];
    double unit = statistic == Statistic.MAD ? MAD_SCALE * spread : spread;
    return unit > 0 ? distance / unit : Double.POSITIVE_INFINITY;
  }

  private double margin(double spread) {
    return statistic == Statistic.MAD ? threshold * MAD_SCALE * spread : threshold * spread;
  }
}
