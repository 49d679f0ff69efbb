package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinearSystemTest {

  @Test
  void zeroOnTheDiagonalIsPivotedAway() {
    double[][] a = {{0, 2, 1}, {1, 1, 0}, {3, 0, 1}};
    double[] b = {7, 3, 6};
    LinearSystem.solve(a, b, 3);
    assertArrayEquals(new double[] {1, 2, 3}, b, 1e-15);
  }

  @Test
  void columnWithoutPivotGetsNoCoefficient() {
    double[][] a = {{1, 1}, {1, 1}};
    double[] b = {2, 2};
    LinearSystem.solve(a, b, 2);
    assertArrayEquals(new double[] {2, 0}, b);
  }

  @Test
  void nanSpreadsToTheSolution() {
    double[][] a = {{1, Double.NaN}, {Double.NaN, 1}};
    double[] b = {1, 1};
    LinearSystem.solve(a, b, 2);
    assertEquals(Double.NaN, b[0]);
    assertEquals(Double.NaN, b[1]);
  }
}
