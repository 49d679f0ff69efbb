package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedWindowTest {

  private final HazenRank median = new HazenRank(0.5);

  @Test
  void slidingGivesTheSameMedianAndDeviationAsSortingAnew() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      int kinds = 1 + random.nextInt(60);
      SortedWindow window = new SortedWindow();
      List<Double> values = new ArrayList<>();
      for (int step = 0; step < 400; step++) {
        double value = value(random, kinds);
        int choice = values.size() < 2 ? 0 : random.nextInt(3);
        if (choice == 0) {
          window.add(value);
          values.add(value);
        } else if (choice == 1) {
          window.replace(values.remove(0), value);
          values.add(value);
        } else {
          window.remove(values.remove(0));
        }
        check(window, values);
      }
    }
  }

  private static double value(Random random, int kinds) {
    int kind = random.nextInt(kinds);
    return switch (kind) {
      case 0 -> -0.0;
      case 1 -> 0.0;
      case 2 -> Double.POSITIVE_INFINITY;
      case 3 -> Double.NEGATIVE_INFINITY;
      default -> (kind - kinds / 2) * 0.7;
    };
  }

  private void check(SortedWindow window, List<Double> values) {
    int n = values.size();
    assertEquals(n, window.size());
    double[] sorted = stableSort(values);
    double expected =
        n % 2 == 1
            ? sorted[n / 2]
            : Interpolation.at(
                0.5, mid(n / 2 - 1, n), sorted[n / 2 - 1], mid(n / 2, n), sorted[n / 2]);
    assertEquals(expected, window.quantile(median), () -> "median of " + values);
    List<Double> deviations = values.stream().map(v -> Math.abs(v - expected)).toList();
    double[] far = stableSort(deviations);
    double expectedDeviation =
        n % 2 == 1
            ? far[n / 2]
            : Interpolation.at(0.5, mid(n / 2 - 1, n), far[n / 2 - 1], mid(n / 2, n), far[n / 2]);
    double actual = window.deviationQuantile(expected, median);
    assertEquals(expectedDeviation, actual, () -> "deviation in " + values);
  }

  private static double mid(int k, int n) {
    return (k + 0.5) / n;
  }

  /** Zeros of both signs are equal and stay in order; NaN goes last. */
  private static double[] stableSort(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort((a, b) -> a.doubleValue() == b.doubleValue() ? 0 : Double.compare(a, b));
    return sorted.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void oldOutlierLeavesNoTrace() {
    SortedWindow window = new SortedWindow();
    window.add(1e12);
    window.add(1);
    window.add(2);
    window.add(3);
    window.remove(1e12);
    assertEquals(2, window.quantile(median));
    assertEquals(1, window.deviationQuantile(2, median));
  }

  @Test
  void quartilesOfFewValuesAreTheEndsOfTheSample() {
    SortedWindow window = new SortedWindow();
    window.add(7);
    assertEquals(7, window.quantile(new HazenRank(0.25)));
    assertEquals(7, window.quantile(new HazenRank(0.75)));
    window.add(9);
    assertEquals(7, window.quantile(new HazenRank(0.25)));
    assertEquals(8, window.quantile(median));
    assertEquals(9, window.quantile(new HazenRank(0.75)));
  }
}
