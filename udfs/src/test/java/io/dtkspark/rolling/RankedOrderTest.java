package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankedOrderTest {

  @ParameterizedTest
  @EnumSource
  void slidingGivesTheSameBitsAsSortingEachWindowAnew(RandomSeries.Shape shape) {
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (long seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        int window = 1 + random.nextInt(seed < 3 ? 12 : 300);
        SlidingList list = SlidingList.of(shape, random, 700, seed % 2 == 0);
        double[] actual = list.describe(new RankedOrder(statistic), 0, list.rows().length, window);
        assertArrayEquals(list.expected(statistic, window), actual, statistic + " " + window);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void longListsAgreeWithASortedWindow(RandomSeries.Shape shape) {
    for (OrderStatistic statistic : OrderStatistic.values()) {
      Random random = new Random(17);
      SlidingList list = SlidingList.of(shape, random, 30_000, true);
      assertSameAsSortedOrder(statistic, list, 30 + random.nextInt(4000));
    }
  }

  @Test
  void runsThatMoveFarAgreeWithASortedWindow() {
    for (int window : new int[] {201, 3001}) {
      for (int period : new int[] {2, 40, window, 5 * window}) {
        double[] values = new double[20_000];
        Random random = new Random(period);
        for (int row = 0; row < values.length; row++) {
          double level = row % period < period / 2 ? 10 : 20;
          values[row] = level * (1 + 0.1 * random.nextGaussian());
        }
        assertSameAsSortedOrder(OrderStatistic.MEDIAN_DEVIATION, SlidingList.of(values), window);
      }
    }
  }

  @Test
  void infiniteMediansAndOverflowingValuesAgreeWithSortingAnew() {
    double[] kinds = {1 / 0.0, -1 / 0.0, Double.MAX_VALUE, -Double.MAX_VALUE, 1, -0.0};
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int choices = 1 + random.nextInt(kinds.length);
      double[] values = random.ints(200, 0, choices).mapToDouble(k -> kinds[k]).toArray();
      SlidingList list = SlidingList.of(values);
      int window = 1 + random.nextInt(12);
      double[] actual =
          list.describe(new RankedOrder(OrderStatistic.MEDIAN_DEVIATION), 0, 200, window);
      assertArrayEquals(list.expected(OrderStatistic.MEDIAN_DEVIATION, window), actual);
    }
  }

  @ParameterizedTest
  @EnumSource
  void startOfTheListDoesNotShow(RandomSeries.Shape shape) {
    Random random = new Random(7);
    int window = 150;
    SlidingList list = SlidingList.of(shape, random, 20_000, true);
    int size = list.rows().length;
    RankedOrder order = new RankedOrder(OrderStatistic.MEDIAN_DEVIATION);
    double[] whole = list.describe(order, 0, size, window);
    for (int trial = 0; trial < 10; trial++) {
      int from = random.nextInt(size - 2 * window);
      int to = Math.min(size, from + 2 * window + random.nextInt(9000));
      double[] part = list.describe(order, from, to, window);
      assertArrayEquals(
          Arrays.copyOfRange(whole, 3 * (from + window), 3 * to),
          Arrays.copyOfRange(part, 3 * window, part.length));
    }
  }

  @Test
  void piecesGrowWithALongWindow() {
    SlidingList list = SlidingList.of(RandomSeries.Shape.NOISE, new Random(1), 40_000, false);
    double[] actual =
        list.describe(new RankedOrder(OrderStatistic.MEDIAN_DEVIATION), 0, 40_000, 15_000);
    double[] expected =
        list.describe(new SortedOrder(OrderStatistic.MEDIAN_DEVIATION), 0, 40_000, 15_000);
    assertArrayEquals(expected, actual);
  }

  @Test
  void windowMayBeEmptiedAndFilledAgain() {
    double[] values = {5, 1, 9, 4, 2};
    RankedOrder order = new RankedOrder(OrderStatistic.QUARTILES);
    double[] out = new double[3];
    order.begin(values, new int[] {0, 1, 2, 3, 4}, 0, 5);
    order.add();
    order.add();
    order.removeOldest();
    order.removeOldest();
    order.add();
    order.describe(3, 0.0, out);
    assertArrayEquals(new double[] {9, 9, 0}, out);
    order.add();
    order.describe(4, 0.0, out);
    assertArrayEquals(new double[] {4, 9, 5}, out);
  }

  @Test
  void looksAhead() {
    assertTrue(new RankedOrder(OrderStatistic.MEDIAN).needsFuture());
  }

  private static void assertSameAsSortedOrder(
      OrderStatistic statistic, SlidingList list, int window) {
    int size = list.rows().length;
    double[] expected = list.describe(new SortedOrder(statistic), 0, size, window);
    double[] actual = list.describe(new RankedOrder(statistic), 0, size, window);
    assertArrayEquals(expected, actual, "window " + window);
  }
}
