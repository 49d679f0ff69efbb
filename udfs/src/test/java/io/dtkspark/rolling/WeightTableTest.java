package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WeightTableTest {

  private static final WindowWeights.Kind EXPONENTIAL = WindowWeights.Kind.EXPONENTIAL;

  @Test
  void linearWeightsFallFromOneToTheInverseOfTheWindow() {
    WeightTable table = new WeightTable(new WindowWeights(WindowWeights.Kind.LINEAR, 0, 0), 4);
    assertArrayEquals(new double[] {0.25, 0.5, 0.75, 1}, weights(table));
  }

  @Test
  void exponentialWeightsHalvePerHalfLife() {
    WeightTable table = new WeightTable(new WindowWeights(EXPONENTIAL, 1, 0), 4);
    assertArrayEquals(new double[] {0.0625, 0.125, 0.25, 0.5}, weights(table));
  }

  @Test
  void durationIsDividedByTheMedianStep() {
    WeightTable table = new WeightTable(new WindowWeights(EXPONENTIAL, Double.NaN, 120), 4);
    long[] millis = {0, 60_000, 120_000, 600_000};
    table.fit(millis, 0, 4);
    assertEquals(0.5, weights(table)[2], "two steps of a minute");
    table.fit(millis, 2, 4);
    assertEquals(0.5, weights(table)[3], "never less than one row");
    WeightTable longer = new WeightTable(new WindowWeights(EXPONENTIAL, Double.NaN, 540), 4);
    longer.fit(millis, 1, 4);
    assertEquals(0.5, weights(longer)[2], "the mean of two middle steps is 270 seconds");
  }

  @Test
  void durationWithoutAnyStepMeansEqualWeights() {
    WeightTable table = new WeightTable(new WindowWeights(EXPONENTIAL, Double.NaN, 120), 4);
    table.fit(new long[] {0, 60_000}, 0, 2);
    table.fit(new long[] {0, 60_000}, 1, 2);
    assertArrayEquals(new double[] {1, 1, 1, 1}, weights(table));
  }

  @Test
  void veryOldRowsKeepAWeight() {
    WeightTable table = new WeightTable(new WindowWeights(EXPONENTIAL, 0.001, 0), 4);
    assertTrue(weights(table)[0] > 0);
  }

  private static double[] weights(WeightTable table) {
    double[] weights = new double[4];
    table.gather(new int[] {0, 1, 2, 3}, 0, 4, 4, weights);
    return weights;
  }
}
