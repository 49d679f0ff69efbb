package io.dtkspark.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Effective sample sizes have one decimal, rounded as Python's round() does. */
class EffectiveSamplesTest {

  @Test
  void theExactValueDecidesAndHalvesGoToEven() {
    assertRounded(0.2, 0.25);
    assertRounded(0.8, 0.75);
    assertRounded(0.3, 0.35); // a little less than 0.35
    assertRounded(0.5, 0.45); // a little more than 0.45
    assertRounded(Double.NaN, Double.NaN);
    assertRounded(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Test
  void everyValueIsRoundedAsADecimalWouldBe() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      double value = Math.pow(10, 12 * random.nextDouble() - 2);
      double half = (random.nextInt(1_000_000) + 0.5) / 10;
      for (double each : new double[] {value, half, Math.nextUp(half), Math.nextDown(half)}) {
        assertRounded(new BigDecimal(each).setScale(1, RoundingMode.HALF_EVEN).doubleValue(), each);
      }
    }
  }

  private static void assertRounded(double expected, double value) {
    assertEquals(expected, WindowedJson.rounded(value));
  }
}
