package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.rolling.WeightTable;
import io.dtkspark.rolling.WindowWeights;
import org.junit.jupiter.api.Test;

class EffectiveSamplesTest {

  @Test
  void effectiveSamplesAreThoseOfKish() {
    WindowWeights weights = new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 1, 0);
    EffectiveSamples samples = new EffectiveSamples(new WeightTable(weights, 4));
    samples.begin(new double[] {0, 0, 10, 20}, new int[] {2, 3}, 0, 2);
    samples.add();
    samples.add();
    double[] out = new double[1];
    samples.describe(4, 0, out);
    assertEquals(0.75 * 0.75 / 0.3125, out[0]);
  }
}
