package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class GrowingPowersTest {

  private static final MathContext DIGITS = new MathContext(60);

  @Test
  void ratioOfRowsIsTheSameAnywhereInTheTable() {
    for (double halfLife : new double[] {0.3, 1, 8, 17.3, 72, 1e9}) {
      double[] pairs = new GrowingPowers(halfLife, 1440).pairs();
      int rows = pairs.length / 2;
      BigDecimal expected = at(pairs, 70).divide(at(pairs, 33), DIGITS);
      for (int k = 0; k + 37 < rows; k += 101) {
        BigDecimal ratio = at(pairs, k + 37).divide(at(pairs, k), DIGITS);
        double error = ratio.divide(expected, DIGITS).subtract(BigDecimal.ONE).doubleValue();
        assertTrue(Math.abs(error) < 0x1p-96, () -> halfLife + " at most " + error);
      }
    }
  }

  @Test
  void weightsDoublePerHalfLife() {
    double[] pairs = new GrowingPowers(4, 100).pairs();
    for (int k = 0; k + 4 < pairs.length / 2; k++) {
      assertEquals(2 * pairs[2 * k], pairs[2 * k + 8]);
      assertEquals(2 * pairs[2 * k + 1], pairs[2 * k + 9]);
    }
  }

  @Test
  void tableIsAsLongAsDoublesReachOrTheWindowAsks() {
    assertEquals(2 * 1800, new GrowingPowers(1, 1_000_000).pairs().length);
    assertEquals(2 * 20_000, new GrowingPowers(500, 10_000).pairs().length);
  }

  private static BigDecimal at(double[] pairs, int k) {
    return new BigDecimal(pairs[2 * k]).add(new BigDecimal(pairs[2 * k + 1]));
  }
}
