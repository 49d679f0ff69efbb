package io.dtkspark.rolling;

import static io.dtkspark.rolling.ProjectedWalk.WIDTH;
import static io.dtkspark.rolling.SlidingRows.LINEAR;
import static io.dtkspark.rolling.SlidingRows.halfLife;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectedRunsTest {

  private static final List<OrderStatistic> STATISTICS = List.of(OrderStatistic.values());

  private static final WindowWeights[] WEIGHTS = {
    LINEAR, halfLife(0.05), halfLife(1), halfLife(8), halfLife(200)
  };

  @ParameterizedTest
  @EnumSource
  void equalWeightsGiveTheSameBitsAsSortingEachWindowAnew(Shape shape) {
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (int round = 0; round < 6; round++) {
        Random random = new Random(round);
        int window = 1 + random.nextInt(round < 2 ? 20 : 300);
        SlidingList list = SlidingList.of(shape, random, 700, round % 2 == 0);
        WeightTable weights = new WeightTable(WindowWeights.UNIFORM, window);
        ProjectedWalk walk = new ProjectedWalk(list, weights, slopes(shape, random));
        String message = statistic + " " + window;
        assertArrayEquals(
            walk.expected(statistic), walk.describe(runs(statistic, weights), 0), message);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void weightsAgreeWithDetectkitsOrderOfSummation(Shape shape) {
    for (WindowWeights kind : WEIGHTS) {
      for (int round = 0; round < 4; round++) {
        Random random = new Random(round);
        OrderStatistic statistic = STATISTICS.get(round % 3);
        int window = 1 + random.nextInt(round < 2 ? 20 : 300);
        SlidingList list = SlidingList.of(shape, random, 700, round % 2 == 0);
        WeightTable weights = new WeightTable(kind, window);
        ProjectedWalk walk = new ProjectedWalk(list, weights, slopes(shape, random));
        double[] expected = walk.expected(statistic);
        double[] actual = walk.describe(runs(statistic, weights), 0);
        assertClose(expected, actual, kind + " " + statistic + " " + window);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeWindowsAgree(Shape shape) {
    Random random = new Random(9);
    for (WindowWeights kind : new WindowWeights[] {WindowWeights.UNIFORM, LINEAR, halfLife(300)}) {
      SlidingList list = SlidingList.of(shape, random, 3000, true);
      WeightTable weights = new WeightTable(kind, 2500);
      ProjectedWalk walk = new ProjectedWalk(list, weights, slopes(shape, random));
      OrderStatistic statistic = OrderStatistic.MEDIAN_DEVIATION;
      assertClose(walk.expected(statistic), walk.describe(runs(statistic, weights), 0), "" + kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bitsDoNotDependOnWhereTheListBegins(Shape shape) {
    for (WindowWeights kind : new WindowWeights[] {WindowWeights.UNIFORM, LINEAR, halfLife(20)}) {
      for (int round = 0; round < 6; round++) {
        Random random = new Random(round);
        OrderStatistic statistic = STATISTICS.get(round % 3);
        int window = 10 + random.nextInt(300);
        SlidingList list = SlidingList.of(shape, random, 1500, true);
        WeightTable weights = new WeightTable(kind, window);
        ProjectedWalk walk = new ProjectedWalk(list, weights, slopes(shape, random));
        ProjectedRuns runs = runs(statistic, weights);
        double[] whole = walk.describe(runs, 0);
        int from = 1 + random.nextInt(400);
        double[] part = walk.describe(runs, from);
        int settled = WIDTH * (from + window);
        assertArrayEquals(
            Arrays.copyOfRange(whole, settled, whole.length),
            Arrays.copyOfRange(part, settled, part.length),
            kind + " " + statistic);
      }
    }
  }

  @Test
  void valueIsReadWhenItsRowEnters() {
    double[] values = {1, Double.NaN};
    WeightTable weights = new WeightTable(WindowWeights.UNIFORM, 9);
    ProjectedRuns runs = runs(OrderStatistic.MEDIAN, weights);
    double[] out = new double[1];
    runs.begin(values, new int[] {0, 1}, 0, 2);
    runs.add();
    values[1] = 7;
    runs.add();
    runs.describe(2, 0.5, out);
    assertArrayEquals(new double[] {4.75}, out);
    assertFalse(runs.needsFuture());
  }

  @Test
  void unprojectedValuesAreAskedForOnlyWithoutASlope() {
    SlidingList list = SlidingList.of(Shape.NOISE, new Random(4), 900, true);
    WeightTable weights = new WeightTable(WindowWeights.UNIFORM, 60);
    RankedOrder ranked = new RankedOrder(OrderStatistic.MEDIAN);
    ProjectedRuns runs = new ProjectedRuns(OrderStatistic.MEDIAN, weights, ranked);
    assertTrue(runs.needsFuture());
    ProjectedWalk walk =
        new ProjectedWalk(list, weights, row -> row % 100 == 0 || row > 800 ? 0 : 0.1);
    assertArrayEquals(walk.expected(OrderStatistic.MEDIAN), walk.describe(runs, 0));
  }

  private static ProjectedRuns runs(OrderStatistic statistic, WeightTable weights) {
    RollingStatistics unprojected =
        weights.isUniform() ? new SortedOrder(statistic) : new WeightedOrder(statistic, weights);
    return new ProjectedRuns(statistic, weights, unprojected);
  }

  /**
   * Slopes around that of the shape: creeping, jumping now and then or at every row, and sometimes
   * zero, huge or undefined.
   */
  private static IntToDoubleFunction slopes(Shape shape, Random random) {
    double[] slopes = new double[5000];
    double steady = shape == Shape.TREND ? -0.4 : 0.01 * random.nextGaussian();
    int kind = random.nextInt(4);
    double[] odd = {0, -0.0, 1e308, -1e-300, 1 / 0.0, Double.NaN};
    for (int row = 0; row < slopes.length; row++) {
      steady += 1e-4 * random.nextGaussian();
      double jump = (kind == 1 && random.nextInt(40) == 0) || kind == 2 ? random.nextGaussian() : 0;
      boolean isOdd = kind == 3 && random.nextInt(20) == 0;
      slopes[row] = isOdd ? odd[random.nextInt(odd.length)] : steady + jump;
    }
    return row -> slopes[row];
  }

  /**
   * To 1e-9 of each number, and of rounding errors of what it was computed from: where windows are
   * straight lines, deviations are nothing else.
   */
  private static void assertClose(double[] expected, double[] actual, String message) {
    for (int k = 0; k < expected.length; k++) {
      int first = k - k % WIDTH;
      double size = Math.abs(expected[first]) + Math.abs(expected[first + 1]);
      double off = Math.abs(expected[k] - actual[k]);
      boolean same = Double.compare(expected[k] + 0.0, actual[k] + 0.0) == 0;
      boolean close = off <= 1e-9 * Math.abs(expected[k]) + 1e-13 * size;
      assertTrue(same || close, () -> message + ": " + size);
    }
  }
}
