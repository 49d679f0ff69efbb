package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dtkspark.detector.RandomSeries;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SortedOrderTest {

  @ParameterizedTest
  @EnumSource
  void slidingGivesTheSameBitsAsSortingEachWindowAnew(RandomSeries.Shape shape) {
    for (OrderStatistic statistic : OrderStatistic.values()) {
      for (long seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        int window = 1 + random.nextInt(seed < 3 ? 12 : 300);
        SlidingList list = SlidingList.of(shape, random, 700, seed % 2 == 0);
        double[] actual = list.describe(new SortedOrder(statistic), 0, list.rows().length, window);
        assertArrayEquals(list.expected(statistic, window), actual, statistic + " " + window);
      }
    }
  }

  @Test
  void rowsEnterAndLeaveInAnyOrderOfCalls() {
    double[] values = {1, -0.0, 0.0, 2, -0.0, 0.0, 1, 1, -3, 0.0, -0.0, 5};
    int[] rows = new int[values.length];
    Arrays.setAll(rows, row -> row);
    double[] out = new double[3];
    SortedOrder order = new SortedOrder(OrderStatistic.QUARTILES);
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      order.begin(values, rows, 0, values.length);
      int head = 0;
      int tail = 0;
      while (tail < values.length) {
        if (head < tail && random.nextInt(5) < 2) {
          order.removeOldest();
          head++;
        } else {
          order.add();
          tail++;
        }
        if (head < tail && random.nextInt(3) > 0) {
          order.describe(tail, 0.0, out);
          double[] window = Arrays.copyOfRange(values, head, tail);
          assertArrayEquals(NaiveOrder.describe(OrderStatistic.QUARTILES, window), out);
        }
      }
    }
  }

  @Test
  void valueIsReadWhenItsRowEnters() {
    double[] values = {1, Double.NaN};
    SortedOrder order = new SortedOrder(OrderStatistic.MEDIAN);
    double[] out = new double[1];
    order.begin(values, new int[] {0, 1}, 0, 2);
    order.add();
    values[1] = 7;
    order.add();
    order.describe(2, 0.0, out);
    assertArrayEquals(new double[] {4}, out);
    assertFalse(order.needsFuture());
  }
}
