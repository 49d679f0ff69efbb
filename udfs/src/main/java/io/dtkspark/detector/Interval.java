package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;

/**
 * The interval of normal values around the adjusted statistics of a row, and the verdict on its
 * value. Knows no window: any number of thresholds can be judged on the same statistics.
 */
final class Interval {

  /** Makes a MAD comparable with a standard deviation of normally distributed data. */
  private static final double MAD_SCALE = 1.4826;

  /** Half-width when all values are the same and any deviation is an anomaly. */
  private static final double NO_SPREAD = 1e-10;

  private final Statistic statistic;
  private final int spreadIndex;

  Interval(Statistic statistic) {
    this.statistic = statistic;
    this.spreadIndex = statistic.names().size() - 1;
  }

  /**
   * Judges the described row at index {@code i}: bounds, verdict, and for an anomaly its distance
   * from the bound, also in units of the spread. Seasonality can turn the interval round; then its
   * ends are swapped.
   */
  void judge(double threshold, DetectionColumns out, int i) {
    double spread = out.adjusted[spreadIndex][i];
    double unit = statistic == Statistic.MAD ? MAD_SCALE * spread : spread;
    double margin = spread == 0 ? NO_SPREAD : margin(threshold, spread);
    double lower = out.adjusted[0][i] - margin;
    double upper = out.adjusted[spreadIndex - 1][i] + margin;
    if (lower > upper) {
      double swap = lower;
      lower = upper;
      upper = swap;
    }
    out.lower[i] = lower;
    out.upper[i] = upper;
    double value = out.processed[i];
    if (value < lower) {
      flag(DetectionColumns.BELOW, lower - value, unit, out, i);
    } else if (value > upper) {
      flag(DetectionColumns.ABOVE, value - upper, unit, out, i);
    } else {
      out.verdict[i] = DetectionColumns.NORMAL;
    }
  }

  private static void flag(
      byte verdict, double distance, double unit, DetectionColumns out, int i) {
    out.verdict[i] = verdict;
    out.distance[i] = distance;
    out.severity[i] = unit > 0 ? distance / unit : Double.POSITIVE_INFINITY;
  }

  private double margin(double threshold, double spread) {
    return statistic == Statistic.MAD ? threshold * MAD_SCALE * spread : threshold * spread;
  }
}
