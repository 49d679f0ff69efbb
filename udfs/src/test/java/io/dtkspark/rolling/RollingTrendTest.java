package io.dtkspark.rolling;

import static io.dtkspark.rolling.SlidingRows.LINEAR;
import static io.dtkspark.rolling.SlidingRows.halfLife;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries.Shape;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.WeightedQuantile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollingTrendTest {

  private static final WindowWeights[] WEIGHTS = {
    WindowWeights.UNIFORM, LINEAR, halfLife(0.05), halfLife(0.3), halfLife(1), halfLife(30)
  };

  @ParameterizedTest
  @EnumSource
  void agreesWithHalvesSortedAnew(Shape shape) {
    for (WindowWeights weights : WEIGHTS) {
      for (int round = 0; round < 8; round++) {
        Random random = new Random(round);
        int window = 1 + random.nextInt(round < 4 ? 12 : 300);
        SlidingRows list = SlidingRows.of(shape, random, 600, round % 2 == 0, weights, window);
        RollingTrend trend = trend(list.weights);
        double[] out = new double[1];
        list.slide(
            trend,
            0,
            (head, tail, row) -> {
              trend.describe(row, 0.0, out);
              assertClose(slope(list, head, tail, row), out[0], weights);
            });
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bitsDoNotDependOnWhereTheListBegins(Shape shape) {
    for (WindowWeights weights : WEIGHTS) {
      Random random = new Random(3);
      int window = 4 + random.nextInt(100);
      SlidingRows list = SlidingRows.of(shape, random, 900, true, weights, window);
      RollingTrend trend = trend(list.weights);
      double[] whole = new double[list.rows.length];
      double[] out = new double[1];
      list.slide(
          trend,
          0,
          (head, tail, row) -> {
            trend.describe(row, 0.0, out);
            whole[tail] = out[0];
          });
      int from = 1 + random.nextInt(300);
      list.slide(
          trend,
          from,
          (head, tail, row) -> {
            trend.describe(row, 0.0, out);
            if (head > from) {
              assertEquals(whole[tail], out[0], 0.0);
            }
          });
    }
  }

  @Test
  void agesWeighTheSameBeyondAThousandHalfLives() {
    WindowWeights weights = halfLife(0.05);
    SlidingRows list = SlidingRows.of(Shape.NOISE, new Random(8), 700, true, weights, 400);
    RollingTrend trend = trend(list.weights);
    double[] out = new double[1];
    list.slide(
        trend,
        0,
        (head, tail, row) -> {
          trend.describe(row, 0.0, out);
          assertClose(slope(list, head, tail, row), out[0], weights);
        });
  }

  @Test
  void rowsMayLeaveUntilNoneIsLeft() {
    double[] values = {5, 1, 4, 2, 3, 9, 7, 8};
    int[] rows = {0, 1, 2, 3, 50, 51, 52, 53};
    RollingTrend trend = trend(new WeightTable(WindowWeights.UNIFORM, 99));
    double[] byRow = new double[54];
    for (int k = 0; k < rows.length; k++) {
      byRow[rows[k]] = values[k];
    }
    trend.begin(byRow, rows, 0, rows.length);
    double[] out = new double[1];
    for (int round = 0; round < 2; round++) {
      for (int k = 0; k < 4; k++) {
        trend.add();
      }
      trend.describe(60, 0.0, out);
      assertEquals(round == 0 ? 0.0 : 0.75, out[0]);
      for (int k = 0; k < 4; k++) {
        trend.removeOldest();
      }
    }
  }

  @Test
  void needsTheFutureIfItsMediansDo() {
    WeightTable table = new WeightTable(WindowWeights.UNIFORM, 9);
    assertTrue(new RollingTrend(table, () -> new RankedOrder(OrderStatistic.MEDIAN)).needsFuture());
    assertFalse(trend(table).needsFuture());
  }

  private static RollingTrend trend(WeightTable table) {
    return new RollingTrend(
        table,
        () ->
            table.isUniform()
                ? new SortedOrder(OrderStatistic.MEDIAN)
                : new WeightedOrder(OrderStatistic.MEDIAN, table));
  }

  private static void assertClose(double expected, double actual, WindowWeights weights) {
    double tolerance = weights.isUniform() ? 0.0 : 1e-9 * Math.abs(expected) + 1e-14;
    boolean same = Double.compare(expected + 0.0, actual + 0.0) == 0;
    assertTrue(
        same || Math.abs(expected - actual) <= tolerance,
        () -> weights + ": " + expected + " " + actual);
  }

  private static double slope(SlidingRows list, int head, int tail, int row) {
    int[] all = Arrays.copyOfRange(list.rows, head, tail);
    double middle = ((row - all[0]) + (row - all[all.length - 1])) / 2.0;
    int[] older = Arrays.stream(all).filter(r -> row - r > middle).toArray();
    int[] newer = Arrays.stream(all).filter(r -> row - r <= middle).toArray();
    if (all.length < 4 || older.length < 2 || newer.length < 2) {
      return 0;
    }
    double rise =
        median(list, newer, row, r -> list.values[r])
            - median(list, older, row, r -> list.values[r]);
    double run = median(list, older, row, r -> row - r) - median(list, newer, row, r -> row - r);
    return run == 0 ? 0 : rise / run;
  }

  private static double median(SlidingRows list, int[] rows, int row, IntToDoubleFunction key) {
    int[] sorted =
        IntStream.of(rows)
            .boxed()
            .sorted(Comparator.comparingDouble(r -> key.applyAsDouble(r) + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] keys = Arrays.stream(sorted).mapToDouble(key).toArray();
    double[] weights = new double[sorted.length];
    list.weights.gather(sorted, 0, sorted.length, row, weights);
    double total = PairwiseSum.sum(weights, 0, weights.length);
    return WeightedQuantile.of(keys, weights, keys.length, total, 0.5);
  }
}
