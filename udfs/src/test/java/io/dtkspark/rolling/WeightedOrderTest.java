package io.dtkspark.rolling;

import static io.dtkspark.rolling.SlidingRows.LINEAR;
import static io.dtkspark.rolling.SlidingRows.halfLife;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries;
import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedOrderTest {

  private static final WindowWeights[] WEIGHTS = {
    LINEAR, halfLife(0.01), halfLife(0.3), halfLife(1), halfLife(2), halfLife(8), halfLife(70.5)
  };

  private final double[] out = new double[3];
  private int checked;

  @ParameterizedTest
  @EnumSource
  void agreesWithDetectkitsOrderOfSummation(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (WindowWeights weights : WEIGHTS) {
        for (int round = 0; round < 4; round++) {
          int windowSize = 1 + random.nextInt(round == 0 ? 12 : 300);
          check(statistic, SlidingRows.of(shape, random, 500, round > 1, weights, windowSize), 1);
        }
      }
    }
    assertTrue(checked > 70_000);
  }

  @ParameterizedTest
  @EnumSource
  void agreesOnLargeWindows(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (WindowWeights weights : WEIGHTS) {
        check(statistic, SlidingRows.of(shape, random, 3000, false, weights, 2500), 61);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void uniformWeightsGiveTheBitsOfASortedArray(RandomSeries.Shape shape) {
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (long seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        int window = 1 + random.nextInt(seed < 3 ? 12 : 300);
        SlidingList list = SlidingList.of(shape, random, 700, seed % 2 == 0);
        WeightedOrder order =
            new WeightedOrder(statistic, new WeightTable(WindowWeights.UNIFORM, window), seed > 2);
        double[] actual = list.describe(order, 0, list.rows().length, window);
        assertArrayEquals(list.expected(statistic, window), actual, statistic + " " + window);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bitsDoNotDependOnWhereTheListBegins(Shape shape) {
    checkBits(shape, false);
  }

  @ParameterizedTest
  @EnumSource
  void bitsOfKnownRowsDoNotDependOnWhereTheListBegins(Shape shape) {
    checkBits(shape, true);
  }

  private void checkBits(Shape shape, boolean known) {
    Random random = new Random(shape.name().hashCode());
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (WindowWeights weights : WEIGHTS) {
        int windowSize = 1 + random.nextInt(300);
        SlidingRows list = SlidingRows.of(shape, random, 900, true, weights, windowSize);
        double[][] whole = new double[900][];
        WeightedOrder order = new WeightedOrder(statistic, list.weights, known);
        list.slide(order, 0, (head, tail, row) -> whole[tail] = describe(order, row));
        int from = 1 + random.nextInt(400);
        list.slide(
            order,
            from,
            (head, tail, row) -> {
              if (row - windowSize > list.rows[from - 1]) {
                assertArrayEquals(whole[tail], describe(order, row));
              }
            });
      }
    }
  }

  @Test
  void weightsAreThoseOfTheTableBeyondThousandHalfLives() {
    for (double rows : new double[] {0.0005, 0.02, 0.3, 1}) {
      Random random = new Random(5);
      double[] values = random.doubles(600).toArray();
      int[] rowNumbers = new int[600];
      for (int k = 1; k < 600; k++) {
        rowNumbers[k] = rowNumbers[k - 1] + (random.nextInt(20) > 0 ? 1 : random.nextInt(1200));
      }
      SlidingRows list = new SlidingRows(values, rowNumbers, halfLife(rows), 3000);
      check(OrderStatistic.MEDIAN_DEVIATION, list, 1);
      check(OrderStatistic.QUARTILES, list, 1);
    }
  }

  @Test
  void infiniteMedianHasNoMedianDeviation() {
    double[] values = {1, Double.POSITIVE_INFINITY, 2, Double.POSITIVE_INFINITY, 1 / 0.0, 3};
    for (WindowWeights weights : new WindowWeights[] {LINEAR, halfLife(3), WindowWeights.UNIFORM}) {
      WeightTable table = new WeightTable(weights, 6);
      WeightedOrder order = new WeightedOrder(OrderStatistic.MEDIAN_DEVIATION, table);
      order.begin(values, new int[] {0, 1, 2, 3, 4, 5}, 0, 6);
      for (int k = 0; k < 5; k++) {
        order.add();
      }
      assertArrayEquals(new double[] {1 / 0.0, Double.NaN, 0}, describe(order, 5));
    }
  }

  @Test
  void halfLifeIsReadAgainAtEachBeginning() {
    WeightTable table =
        new WeightTable(new WindowWeights(WindowWeights.Kind.EXPONENTIAL, Double.NaN, 60), 100);
    double[] values = new Random(1).doubles(100).toArray();
    int[] rows = new int[100];
    Arrays.setAll(rows, row -> row);
    WeightedOrder order = new WeightedOrder(OrderStatistic.MEDIAN, table);
    for (int stepSeconds : new int[] {0, 4, 20, 4}) {
      long[] millis = new long[100];
      Arrays.setAll(millis, row -> row * 1000L * stepSeconds);
      table.fit(millis, 0, stepSeconds == 0 ? 1 : 100);
      order.begin(values, rows, 0, 100);
      for (int k = 0; k < 100; k++) {
        order.add();
      }
      double[] weights = new double[100];
      table.gather(rows, 0, 100, 100, weights);
      double expected = NaiveWeightedOrder.describe(OrderStatistic.MEDIAN, values, weights)[0];
      assertEquals(expected, describe(order, 100)[0], 1e-12);
    }
  }

  @Test
  void valueIsReadWhenItsRowEnters() {
    double[] values = {1, Double.NaN};
    WeightedOrder order = new WeightedOrder(OrderStatistic.MEDIAN, new WeightTable(LINEAR, 2));
    order.begin(values, new int[] {0, 1}, 0, 2);
    order.add();
    values[1] = 7;
    order.add();
    assertEquals(5.0, describe(order, 2)[0], 1e-12, "midpoints are 1/6 and 2/3");
    assertFalse(order.needsFuture());
  }

  private void check(OrderStatistic statistic, SlidingRows list, int every) {
    check(statistic, list, every, false);
    check(statistic, list, every, true);
  }

  private void check(OrderStatistic statistic, SlidingRows list, int every, boolean known) {
    WeightedOrder order = new WeightedOrder(statistic, list.weights, known);
    list.slide(
        order,
        0,
        (head, tail, row) -> {
          if (tail % every == 0) {
            checkWindow(statistic, order, list, head, tail, row);
          }
        });
  }

  private void checkWindow(
      OrderStatistic statistic,
      WeightedOrder order,
      SlidingRows list,
      int head,
      int tail,
      int row) {
    double[] values = new double[tail - head];
    Arrays.setAll(values, k -> list.values[list.rows[head + k]]);
    double[] weights = new double[tail - head];
    list.weights.gather(list.rows, head, tail - head, row, weights);
    double[] expected = NaiveWeightedOrder.describe(statistic, values, weights);
    double[] actual = describe(order, row);
    double spread =
        switch (statistic) {
          case MEDIAN -> Math.abs(expected[0]);
          case MEDIAN_DEVIATION -> expected[1];
          case QUARTILES -> expected[2];
        };
    for (int s = 0; s < expected.length; s++) {
      double tolerance = 1e-9 * spread + 0x1p-51 * Math.abs(expected[s]);
      boolean close =
          Double.compare(expected[s], actual[s]) == 0
              || Math.abs(expected[s] - actual[s]) <= tolerance;
      if (!close) {
        assertEquals(expected[s], actual[s], tolerance, statistic + " at " + row + ", number " + s);
      }
    }
    checked++;
  }

  private double[] describe(WeightedOrder order, int row) {
    Arrays.fill(out, 0.0);
    order.describe(row, 0.0, out);
    return out.clone();
  }
}
