package io.dtkspark.rolling;

import java.util.Arrays;

/** Order statistics of equally weighted values written for reading: each call sorts anew. */
final class NaiveOrder {

  private NaiveOrder() {}

  /**
   * What {@link RollingStatistics#describe} writes for a window.
   *
   * @param window oldest value first
   */
  static double[] describe(OrderStatistic statistic, double[] window) {
    double[] out = new double[3];
    switch (statistic) {
      case MEDIAN -> out[0] = quantile(0.5, window);
      case MEDIAN_DEVIATION -> {
        double median = quantile(0.5, window);
        out[0] = median;
        out[1] = quantile(0.5, Arrays.stream(window).map(v -> Math.abs(v - median)).toArray());
      }
      case QUARTILES -> {
        out[0] = quantile(0.25, window);
        out[1] = quantile(0.75, window);
        out[2] = out[1] - out[0];
      }
    }
    return out;
  }

  private static double quantile(double x, double[] values) {
    double[] sorted = stableSort(values);
    int n = sorted.length;
    if (x < position(0, n)) {
      return sorted[0];
    }
    int k = 0;
    while (k + 1 < n && position(k + 1, n) <= x) {
      k++;
    }
    if (k == n - 1 || position(k, n) == x) {
      return sorted[k];
    }
    return interpolate(x, position(k, n), sorted[k], position(k + 1, n), sorted[k + 1]);
  }

  private static double position(int k, int n) {
    return ((k + 1) - 0.5) / n;
  }

  private static double interpolate(double x, double x0, double y0, double x1, double y1) {
    double slope = (y1 - y0) / (x1 - x0);
    double fromBelow = slope * (x - x0) + y0;
    if (!Double.isNaN(fromBelow)) {
      return fromBelow;
    }
    double fromAbove = slope * (x - x1) + y1;
    return Double.isNaN(fromAbove) && y0 == y1 ? y0 : fromAbove;
  }

  /** Zeros of both signs are equal and stay in order; NaN goes last. */
  private static double[] stableSort(double[] values) {
    return Arrays.stream(values)
        .boxed()
        .sorted((a, b) -> a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a, b))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
