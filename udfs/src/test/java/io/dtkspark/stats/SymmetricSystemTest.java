package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricSystemTest {

  @Test
  void theSolutionFulfilsTheSystem() {
    Random random = new Random(3);
    for (int size = 1; size <= 25; size++) {
      double[][] a = gram(random, size);
      double[] x = random.doubles(size, -5, 5).toArray();
      double[] b = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          b[i] += a[i][j] * x[j];
        }
      }
      SymmetricSystem.solve(a, b, size);
      assertArrayEquals(x, b, 1e-10);
    }
  }

  /** Products of random vectors with themselves, made positive definite. */
  private static double[][] gram(Random random, int size) {
    double[][] a = new double[size][size];
    for (int n = 0; n < 2 * size; n++) {
      double[] v = random.doubles(size, -1, 1).toArray();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          a[i][j] += v[i] * v[j] + (i == j ? 0.1 : 0);
        }
      }
    }
    return a;
  }

  @Test
  void theLowerTriangleIsNotRead() {
    double[][] a = {{2, 1}, {Double.NaN, 2}};
    double[] b = {4, 5};
    SymmetricSystem.solve(a, b, 2);
    assertArrayEquals(new double[] {1, 2}, b, 1e-15);
  }

  @Test
  void nanSpreadsToTheSolution() {
    double[][] a = {{1, Double.NaN}, {Double.NaN, 1}};
    double[] b = {1, 1};
    SymmetricSystem.solve(a, b, 2);
    assertEquals(Double.NaN, b[0]);
    assertEquals(Double.NaN, b[1]);
  }
}
