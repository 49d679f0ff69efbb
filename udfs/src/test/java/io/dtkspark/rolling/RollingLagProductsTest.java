package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.stats.ProductSums;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingLagProductsTest {

  private static final int ROWS = 3000;

  /** Integers, so that sums are exact and bits can be compared. */
  @Test
  void sumsAreThoseOfTheRowsOfTheWindow() {
    Random random = new Random(6);
    for (int round = 0; round < 60; round++) {
      int lags = 1 + random.nextInt(5);
      int window = 1 + random.nextInt(round % 10 == 0 ? 1500 : 120);
      double[] values = integers(random, 600 + window);
      LaggedRows rows = new LaggedRows(lags);
      RollingLagProducts rolling = new RollingLagProducts(rows, window);
      begin(rows, rolling, values, times(random, values.length), 0);
      for (int row = 0; row < values.length; row++) {
        int from = Math.max(lags, row - window);
        if (row > lags && rows.completeBetween(from, row) > 0 && random.nextInt(4) > 0) {
          assertSums(values, lags, from, row, rolling);
        }
        rows.add();
      }
    }
  }

  private static void assertSums(
      double[] values, int lags, int from, int to, RollingLagProducts rolling) {
    ProductSums actual = rolling.over(from, to);
    double[][] expected = new double[lags + 2][lags + 2];
    for (int row = from; row < to; row++) {
      double[] vector = new double[lags + 2];
      vector[0] = 1;
      double sum = 0;
      for (int u = 0; u <= lags; u++) {
        vector[u + 1] = values[row - lags + u] - rolling.reference();
        sum += vector[u + 1];
      }
      for (int i = 0; i < vector.length && Double.isFinite(sum); i++) {
        for (int j = i; j < vector.length; j++) {
          expected[i][j] += vector[i] * vector[j];
        }
      }
    }
    for (int i = 0; i < expected.length; i++) {
      for (int j = i; j < expected.length; j++) {
        assertEquals(expected[i][j], actual.get(i, j), "rows " + from + " to " + to);
      }
    }
  }

  @Test
  void bitsDependOnTheWindowAlone() {
    Random random = new Random(7);
    int lags = 3;
    for (int window : new int[] {20, 150, 1100}) {
      double[] values = noise(random);
      long[] times = times(random, ROWS);
      double[] early = values.clone();
      for (int row = 0; row < 900; row++) {
        early[row] = 1e12 * random.nextGaussian();
      }
      LaggedRows rows = new LaggedRows(lags);
      LaggedRows others = new LaggedRows(lags);
      RollingLagProducts rolling = new RollingLagProducts(rows, window);
      RollingLagProducts other = new RollingLagProducts(others, window);
      int start = 900 + random.nextInt(200);
      begin(rows, rolling, early, times, 0);
      begin(others, other, values, times, start);
      for (int row = 0; row < ROWS; row++) {
        int from = row - window;
        if (from > lags) {
          ProductSums sums = rolling.over(from, row);
          if (from > start + lags && random.nextInt(3) > 0) {
            assertSameBits(other.over(from, row), sums, lags + 2);
            assertEquals(other.reference(), rolling.reference());
          }
        }
        rows.add();
        if (row >= start) {
          others.add();
        }
      }
    }
  }

  private static void assertSameBits(ProductSums expected, ProductSums actual, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        assertEquals(expected.get(i, j), actual.get(i, j));
      }
    }
  }

  @Test
  void equalTimesAreSlowButRight() {
    Random random = new Random(8);
    double[] values = integers(random, 300);
    LaggedRows rows = new LaggedRows(2);
    RollingLagProducts rolling = new RollingLagProducts(rows, 50);
    begin(rows, rolling, values, new long[300], 0);
    for (int row = 0; row < 300; row++) {
      if (row > 60) {
        assertSums(values, 2, row - 50, row, rolling);
      }
      rows.add();
    }
  }

  private static void begin(
      LaggedRows rows, RollingLagProducts rolling, double[] values, long[] times, int from) {
    rows.begin(values, times, from, values.length);
    rolling.begin();
  }

  private static double[] integers(Random random, int rows) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = random.nextInt(25) == 0 ? Double.NaN : random.nextInt(2000) - 1000;
      if (random.nextInt(60) == 0) {
        values[i] = Double.NEGATIVE_INFINITY;
      }
    }
    return values;
  }

  private static double[] noise(Random random) {
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = random.nextInt(100) == 0 ? Double.NaN : 100 + random.nextGaussian();
    }
    return values;
  }

  private static long[] times(Random random, int rows) {
    long[] times = new long[rows];
    long now = 1_700_000_000_000L;
    for (int i = 0; i < rows; i++) {
      times[i] = now;
      now += 60_000L * (random.nextInt(30) == 0 ? 40 : 1);
    }
    return times;
  }
}
