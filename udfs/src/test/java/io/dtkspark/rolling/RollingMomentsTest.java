package io.dtkspark.rolling;

import static io.dtkspark.rolling.SlidingRows.LINEAR;
import static io.dtkspark.rolling.SlidingRows.halfLife;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries.Shape;
import io.dtkspark.stats.WeightedMoments;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollingMomentsTest {

  private static final WindowWeights[] WEIGHTS = {
    WindowWeights.UNIFORM, LINEAR, halfLife(0.3), halfLife(1), halfLife(8), halfLife(100)
  };

  private final double[] out = new double[2];
  private final WeightedMoments moments = new WeightedMoments();
  private int checked;

  @ParameterizedTest
  @EnumSource
  void agreesWithDetectkitsOrderOfSummation(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (WindowWeights weights : WEIGHTS) {
      for (int round = 0; round < 6; round++) {
        int windowSize = 1 + random.nextInt(round == 0 ? 8 : 300);
        check(SlidingRows.of(shape, random, 700, round % 2 == 0, weights, windowSize), 0.0);
      }
    }
    assertTrue(checked > 20_000);
  }

  @ParameterizedTest
  @EnumSource
  void agreesOnLargeWindows(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (WindowWeights weights : WEIGHTS) {
      check(SlidingRows.of(shape, random, 1900, true, weights, 1500), 0.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreProjectedAlongTheSlope(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    double slope = shape == Shape.TREND ? 0.4 : 0.01 * random.nextGaussian();
    for (WindowWeights weights : WEIGHTS) {
      for (int windowSize : new int[] {2, 9, 100, 700}) {
        check(SlidingRows.of(shape, random, 800, windowSize != 9, weights, windowSize), slope);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bitsDoNotDependOnWhereTheListBegins(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (WindowWeights weights : WEIGHTS) {
      for (double slope : new double[] {0.0, 0.4}) {
        int windowSize = 1 + random.nextInt(200);
        SlidingRows list = SlidingRows.of(shape, random, 600, true, weights, windowSize);
        double[][] expected = new double[600][];
        RollingMoments whole = new RollingMoments(list.weights, list.priority, true);
        list.slide(
            whole,
            0,
            (head, tail, row) -> {
              whole.describe(row, slope, out);
              expected[tail] = out.clone();
            });
        int from = random.nextInt(300);
        RollingMoments part = new RollingMoments(list.weights, list.priority, true);
        list.slide(
            part,
            from,
            (head, tail, row) -> {
              part.describe(row, slope, out);
              if (head > from) {
                assertArrayEquals(expected[tail], out);
              }
            });
      }
    }
  }

  @Test
  void changesOfHalfAnUlpShowAsInNumpy() {
    Random random = new Random(3);
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(20) == 0 ? 42.1 : Math.nextUp(42.1);
    }
    for (WindowWeights weights : WEIGHTS) {
      check(new SlidingRows(values, everyRow(1, values.length), weights, 300), 0.0);
    }
  }

  @Test
  void longStretchesOfOneValueKeepTheirRoundingNoise() {
    double[] values = new double[6000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < 2500 ? 7.3 : i < 2503 ? 9 : -0.1;
    }
    for (WindowWeights weights : WEIGHTS) {
      check(new SlidingRows(values, everyRow(3, values.length), weights, 3001), 0.0);
    }
  }

  @Test
  void recentZerosLeaveTheWordToRowsOfTheLeastWeight() {
    double[] values = new double[4000];
    Arrays.fill(values, 0, 700, 5.0);
    check(new SlidingRows(values, everyRow(1, values.length), halfLife(1), 3000), 0.0);
  }

  @Test
  void weightsStopFallingBeforeTheNewestRow() {
    double[] values = {3, 8, 1, 4, 9};
    int[] rows = {0, 5, 700, 1800, 1900};
    check(new SlidingRows(values, rows, halfLife(1), 2000), 0.0);
    check(new SlidingRows(values, rows, halfLife(1), 2000), 0.25);
  }

  @Test
  void meanThatCancelsOutIsZeroWhereNumpysIs() {
    double[] values = new double[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 0.1 : -0.1;
    }
    SlidingRows list = new SlidingRows(values, everyRow(1, 3000), WindowWeights.UNIFORM, 100);
    RollingMoments rolling = new RollingMoments(list.weights, list.priority, true);
    list.slide(
        rolling,
        0,
        (head, tail, row) -> {
          rolling.describe(row, 0.0, out);
          double expected = expected(list, head, tail, row, 0.0)[0];
          assertEquals(expected == 0, out[0] == 0, (tail - head) + " rows");
          checked += expected == 0 ? 1 : 0;
        });
    assertTrue(checked > 1000);
  }

  @Test
  void infinitiesAndOverflowGiveWhatNumpyGets() {
    double infinity = Double.POSITIVE_INFINITY;
    double[] values = {1, infinity, 2, 3, 4, -infinity, 5, infinity, 6, 7, 8, 1e200, -1e200, 9, 10};
    for (WindowWeights weights : WEIGHTS) {
      SlidingRows list = new SlidingRows(values, everyRow(1, values.length), weights, 3);
      for (double slope : new double[] {0, 0.5, infinity, -infinity, Double.NaN}) {
        check(list, slope);
      }
    }
  }

  private static int[] everyRow(int step, int size) {
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = step * i;
    }
    return rows;
  }

  private void check(SlidingRows list, double slope) {
    RollingMoments rolling = new RollingMoments(list.weights, list.priority, false);
    list.slide(
        rolling,
        0,
        (head, tail, row) -> {
          rolling.describe(row, slope, out);
          double[] expected = expected(list, head, tail, row, slope);
          String window = (tail - head) + " rows before " + row;
          double meanScale = Math.abs(expected[0]) + 1e-3 * finite(expected[1]);
          assertClose(expected[0], out[0], meanScale, window);
          assertClose(expected[1], out[1], expected[1], window);
          checked++;
        });
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0.0;
  }

  private static void assertClose(double expected, double actual, double scale, String window) {
    if (Double.compare(expected, actual) != 0) {
      assertEquals(expected, actual, 1e-9 * scale, window);
    }
  }

  private double[] expected(SlidingRows list, int head, int tail, int row, double slope) {
    double[] projected = new double[tail - head];
    double[] weights = new double[tail - head];
    for (int k = 0; k < projected.length; k++) {
      int age = row - list.rows[head + k];
      double value = list.values[list.rows[head + k]];
      projected[k] = slope == 0 ? value : value + slope * age;
      weights[k] = list.weights.of(age);
    }
    moments.weigh(weights, weights.length);
    moments.describe(projected, 0);
    return new double[] {moments.mean(), moments.standardDeviation()};
  }
}
