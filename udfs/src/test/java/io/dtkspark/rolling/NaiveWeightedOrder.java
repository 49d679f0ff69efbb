package io.dtkspark.rolling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Order statistics of weighted values written for reading: each call sorts anew and sums in the
 * order of numpy's {@code cumsum} and {@code sum}.
 */
final class NaiveWeightedOrder {

  private record Point(double key, double weight) {}

  private NaiveWeightedOrder() {}

  /**
   * What {@link RollingStatistics#describe} writes for a window.
   *
   * @param values oldest first
   * @param weights of {@code values}
   */
  static double[] describe(OrderStatistic statistic, double[] values, double[] weights) {
    double[] out = new double[3];
    switch (statistic) {
      case MEDIAN -> out[0] = quantile(0.5, values, weights);
      case MEDIAN_DEVIATION -> {
        double median = quantile(0.5, values, weights);
        double[] deviations = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
        out[0] = median;
        out[1] = quantile(0.5, deviations, weights);
      }
      case QUARTILES -> {
        out[0] = quantile(0.25, values, weights);
        out[1] = quantile(0.75, values, weights);
        out[2] = out[1] - out[0];
      }
    }
    return out;
  }

  /** {@code numpy.interp} of the midpoints of the weights in stable order. */
  private static double quantile(double x, double[] values, double[] weights) {
    List<Point> points =
        IntStream.range(0, values.length)
            .mapToObj(k -> new Point(values[k] == 0 ? 0.0 : values[k], weights[k]))
            .sorted(Comparator.comparingDouble(Point::key))
            .toList();
    double total = pairwise(points);
    double sum = 0;
    double x0 = 0;
    double y0 = points.get(0).key();
    for (int k = 0; k < points.size(); k++) {
      Point point = points.get(k);
      sum += point.weight();
      double x1 = (sum - 0.5 * point.weight()) / total;
      if (x1 > x) {
        return k == 0 || x0 == x ? y0 : interpolate(x, x0, y0, x1, point.key());
      }
      x0 = x1;
      y0 = point.key();
    }
    return y0;
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

  /** numpy's order of summation, by its definition. */
  private static double pairwise(List<Point> points) {
    int n = points.size();
    if (n > 128) {
      int half = n / 2 - (n / 2) % 8;
      return pairwise(points.subList(0, half)) + pairwise(points.subList(half, n));
    }
    double[] lane = new double[8];
    int lanes = n - n % 8;
    for (int k = 0; k < lanes; k++) {
      lane[k % 8] += points.get(k).weight();
    }
    double sum =
        ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    for (Point point : points.subList(lanes, n)) {
      sum += point.weight();
    }
    return sum;
  }
}
