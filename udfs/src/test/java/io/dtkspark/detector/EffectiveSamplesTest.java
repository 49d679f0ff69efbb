package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.rolling.WeightTable;
import io.dtkspark.rolling.WindowWeights;
import org.junit.jupiter.api.Test;

class EffectiveSamplesTest {

  @Test
  void effectiveSamplesAreThoseOfKish() {
    WindowWeights weights = new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 1, 0);
    TrailingWindow window = new TrailingWindow(false);
    window.add(2, 10);
    window.add(3, 20);
    assertEquals(
        0.75 * 0.75 / 0.3125, new EffectiveSamples(new WeightTable(weights, 4)).of(window, 4));
  }
}
