package io.dtkspark.rolling;

import static io.dtkspark.rolling.SlidingRows.LINEAR;
import static io.dtkspark.rolling.SlidingRows.halfLife;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KishSamplesTest {

  private final double[] out = new double[1];

  @Test
  void agreesWithSumsOverTheWindow() {
    Random random = new Random(1);
    for (double halfLife : new double[] {0.02, 0.3, 1, 8, 100, 5000}) {
      for (int windowSize : new int[] {1, 2, 30, 300, 2500}) {
        check(SlidingRows.of(Shape.NOISE, random, 3000, true, halfLife(halfLife), windowSize));
        check(SlidingRows.of(Shape.INFINITIES, random, 700, true, LINEAR, windowSize));
      }
    }
  }

  @Test
  void equalWeightsCountTheRows() {
    SlidingRows list =
        SlidingRows.of(Shape.NOISE, new Random(2), 500, true, WindowWeights.UNIFORM, 90);
    KishSamples rolling = new KishSamples(list.weights, list.priority);
    list.slide(
        rolling,
        0,
        (head, tail, row) -> {
          rolling.describe(row, 0.0, out);
          assertEquals(tail - head, out[0]);
        });
  }

  @Test
  void squaresThatVanishLeaveNoNumber() {
    SlidingRows list = new SlidingRows(new double[3], new int[] {0, 1, 900}, halfLife(1), 1000);
    KishSamples rolling = new KishSamples(list.weights, list.priority);
    list.slide(
        rolling,
        0,
        (head, tail, row) -> {
          rolling.describe(row, 0.0, out);
          assertEquals(row == 900 ? Double.NaN : 1.0, out[0]);
        });
  }

  private void check(SlidingRows list) {
    KishSamples rolling = new KishSamples(list.weights, list.priority);
    list.slide(
        rolling,
        0,
        (head, tail, row) -> {
          rolling.describe(row, 0.0, out);
          double sum = 0;
          double squares = 0;
          for (int i = head; i < tail; i++) {
            double weight = list.weights.of(row - list.rows[i]);
            sum += weight;
            squares += weight * weight;
          }
          double expected = sum * sum / squares;
          if (!Double.isNaN(expected)) {
            assertEquals(expected, out[0], 1e-12 * expected);
          }
        });
  }
}
