package io.dtkspark.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighted statistics written for reading, not for speed: every call sorts and sums anew. */
final class NaiveStatistics {

  /** A value of the window with its age in rows and its weight. */
  record Point(double value, double age, double weight) {

    Point withValue(double newValue) {
      return new Point(newValue, age, weight);
    }
  }

  private NaiveStatistics() {}

  static double[] of(WindowedSpec.Statistic statistic, List<Point> points) {
    return switch (statistic) {
      case MAD -> {
        double median = percentile(points, 0.5);
        List<Point> deviations =
            points.stream().map(p -> p.withValue(Math.abs(p.value() - median))).toList();
        yield new double[] {median, percentile(deviations, 0.5)};
      }
      case IQR -> {
        double q1 = percentile(points, 0.25);
        double q3 = percentile(points, 0.75);
        yield new double[] {q1, q3, q3 - q1};
      }
      case ZSCORE -> moments(points);
    };
  }

  private static double[] moments(List<Point> points) {
    double total = sum(points.stream().map(Point::weight).toList());
    List<Double> weights = points.stream().map(p -> p.weight() / total).toList();
    List<Double> terms = new ArrayList<>();
    List<Double> squares = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      terms.add(points.get(k).value() * weights.get(k));
    }
    double mean = sum(terms);
    for (int k = 0; k < points.size(); k++) {
      double distance = points.get(k).value() - mean;
      squares.add(weights.get(k) * (distance * distance));
    }
    double variance = sum(squares);
    double correction = 1 - sum(weights.stream().map(w -> w * w).toList());
    return new double[] {mean, Math.sqrt(correction > 1e-12 ? variance / correction : variance)};
  }

  /** Points are in time order; a stable sort keeps that order among equal values. */
  static double percentile(List<Point> points, double target) {
    List<Point> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(p -> p.value() == 0 ? 0.0 : p.value()));
    double total = sum(sorted.stream().map(Point::weight).toList());
    double[] positions = new double[sorted.size()];
    double cumulative = 0;
    for (int k = 0; k < positions.length; k++) {
      cumulative += sorted.get(k).weight();
      positions[k] = (cumulative - 0.5 * sorted.get(k).weight()) / total;
    }
    return interpolate(target, positions, sorted.stream().mapToDouble(Point::value).toArray());
  }

  private static double interpolate(double x, double[] xs, double[] ys) {
    int last = xs.length - 1;
    if (x < xs[0]) {
      return ys[0];
    }
    if (x >= xs[last]) {
      return ys[last];
    }
    int j = 0;
    while (xs[j + 1] <= x) {
      j++;
    }
    if (xs[j] == x) {
      return ys[j];
    }
    double slope = (ys[j + 1] - ys[j]) / (xs[j + 1] - xs[j]);
    double fromLeft = slope * (x - xs[j]) + ys[j];
    double fromRight = slope * (x - xs[j + 1]) + ys[j + 1];
    if (!Double.isNaN(fromLeft)) {
      return fromLeft;
    }
    return Double.isNaN(fromRight) && ys[j] == ys[j + 1] ? ys[j] : fromRight;
  }

  /** numpy's order of summation, by its definition; never -0.0. */
  static double sum(List<Double> terms) {
    return 0.0 + pairwise(terms);
  }

  private static double pairwise(List<Double> terms) {
    int n = terms.size();
    if (n > 128) {
      int half = n / 2 - (n / 2) % 8;
      return pairwise(terms.subList(0, half)) + pairwise(terms.subList(half, n));
    }
    int lanes = n < 8 ? 0 : n - n % 8;
    double[] lane = new double[8];
    for (int k = 0; k < lanes; k++) {
      lane[k % 8] = k < 8 ? terms.get(k) : lane[k % 8] + terms.get(k);
    }
    double sum =
        ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    for (double term : terms.subList(lanes, n)) {
      sum += term;
    }
    return sum;
  }

  /** The trend per row between the medians of the older and the newer half. */
  static double slope(List<Point> points) {
    double oldest = points.stream().mapToDouble(Point::age).max().orElse(0);
    double newest = points.stream().mapToDouble(Point::age).min().orElse(0);
    double middle = (oldest + newest) / 2;
    List<Point> older = points.stream().filter(p -> p.age() > middle).toList();
    List<Point> newer = points.stream().filter(p -> p.age() <= middle).toList();
    if (points.size() < 4 || older.size() < 2 || newer.size() < 2) {
      return 0;
    }
    double rise = percentile(newer, 0.5) - percentile(older, 0.5);
    double run = percentile(ages(older), 0.5) - percentile(ages(newer), 0.5);
    return run == 0 ? 0 : rise / run;
  }

  private static List<Point> ages(List<Point> points) {
    return points.stream().map(p -> p.withValue(p.age())).toList();
  }
}
