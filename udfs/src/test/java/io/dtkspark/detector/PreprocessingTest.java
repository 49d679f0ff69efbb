package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void exponentialAverageStartsAtTheFirstValueAndIsCarriedOverGaps() {
    Smoothing ema = new Smoothing(Smoothing.Kind.EMA, 0.5, 1);
    check(ema, new double[] {NAN, 4, 8, NAN, 2}, new double[] {NAN, 4, 6, 6, 4});
  }

  @Test
  void simpleAverageIsTheMeanOfTheValidValues() {
    Smoothing sma = new Smoothing(Smoothing.Kind.SMA, 1, 2);
    check(sma, new double[] {4, NAN, NAN, 8, 2}, new double[] {4, 4, NAN, 8, 5});
  }

  @Test
  void infinityPoisonsTheSimpleAverage() {
    Smoothing sma = new Smoothing(Smoothing.Kind.SMA, 1, 2);
    check(sma, new double[] {1, INF, 3, 4}, new double[] {1, INF, INF, NAN});
  }

  @Test
  void changesHaveNoFirstValue() {
    double[] values = {2, 3, 0, 0, 5};
    check(InputType.ABSOLUTE_CHANGES, values, new double[] {NAN, 1, -3, 0, 5});
    check(InputType.CHANGES, values, new double[] {NAN, 0.5, -1, NAN, INF});
    double[] logarithms = {NAN, Math.log(4) - Math.log(3), -Math.log(4), 0, Math.log(6)};
    check(InputType.LOG_CHANGES, values, logarithms);
  }

  @Test
  void rowsBeforeTheRangeAreNotSeen() {
    Preprocessing preprocessing =
        new Preprocessing(new Smoothing(Smoothing.Kind.EMA, 0.5, 1), InputType.ABSOLUTE_CHANGES);
    preprocessing.prepare(new double[] {100, 100, 4, 8}, 2, 4);
    assertArrayEquals(new double[] {4, 6}, Arrays.copyOfRange(preprocessing.smoothed(), 2, 4));
    assertArrayEquals(new double[] {NAN, 2}, Arrays.copyOfRange(preprocessing.processed(), 2, 4));
  }

  private static void check(Smoothing smoothing, double[] values, double[] expected) {
    Preprocessing preprocessing = new Preprocessing(smoothing, InputType.VALUES);
    preprocessing.prepare(values, 0, values.length);
    assertArrayEquals(expected, Arrays.copyOf(preprocessing.processed(), values.length));
  }

  private static void check(InputType type, double[] values, double[] expected) {
    Preprocessing preprocessing = new Preprocessing(Smoothing.NONE, type);
    preprocessing.prepare(values, 0, values.length);
    assertArrayEquals(expected, Arrays.copyOf(preprocessing.processed(), values.length));
  }
}
