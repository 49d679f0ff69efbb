package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LagProductsTest {

  @Test
  void sumsOfRunsAreThoseOfTheSingleVectors() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int lags = 1 + random.nextInt(8);
      double[] z = random.doubles(60, -5, 5).toArray();
      LagProducts products = new LagProducts(lags);
      double[][] expected = new double[lags + 2][lags + 2];
      int from = lags;
      while (from < z.length) {
        int to = Math.min(from + 1 + random.nextInt(20), z.length);
        products.addRun(z, from, to);
        addOneByOne(z, from, to, lags, expected);
        from = to + random.nextInt(3);
      }
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], products.sums()[i], 1e-10);
      }
    }
  }

  private static void addOneByOne(double[] z, int from, int to, int lags, double[][] sums) {
    for (int t = from; t < to; t++) {
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < sums.length; j++) {
          sums[i][j] += (i == 0 ? 1 : z[t - lags + i - 1]) * (j == 0 ? 1 : z[t - lags + j - 1]);
        }
      }
    }
  }

  @Test
  void anOutlierLeavesNoTraceInSumsWithoutIt() {
    double[] z = {1e15, 1, 2, 3, 4, 5, 6};
    LagProducts products = new LagProducts(2);
    products.addRun(z, 2, 7);
    double[][] sums = products.sums();
    assertEquals(15, sums[0][2]);
    assertEquals(20, sums[0][3]);
    assertEquals(55, sums[2][2]);
    assertEquals(70, sums[2][3]);
    assertEquals(90, sums[3][3]);
  }
}
