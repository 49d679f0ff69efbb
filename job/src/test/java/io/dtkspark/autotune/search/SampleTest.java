package io.dtkspark.autotune.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void selectionFindsWhatSortingFinds() {
    Random random = new Random(3);
    for (int round = 0; round < 400; round++) {
      double[] values = values(random, 1 + random.nextInt(90), round % 5);
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int k = random.nextInt(values.length);
      assertEquals(sorted[k], KthValue.select(values, values.length, k));
      if (k + 1 < values.length) {
        assertEquals(sorted[k + 1], KthValue.next(values, values.length, k));
      }
    }
  }

  @Test
  void selectionStaysLinearithmicOnOrganPipes() {
    double[] values = new double[200_000];
    Arrays.setAll(values, i -> Math.min(i, values.length - i));
    assertEquals(50_000, KthValue.select(values, values.length, 99_999));
  }

  @Test
  void medianIsNaNForNothingAndForNaN() {
    assertTrue(Double.isNaN(new Sample().median()));
    assertTrue(Double.isNaN(Sample.of(new double[] {1, Double.NaN, 3}).median()));
    Sample again = Sample.of(new double[] {Double.NaN});
    again.clear();
    again.add(4);
    again.add(1);
    assertEquals(2.5, again.median());
  }

  @Test
  void quantilesFollowNumpy() {
    double[] values = {0.3, 0.1, 0.7, 0.2};
    assertEquals(0.17500000000000002, Sample.of(values).quantile(0.25));
    assertEquals(0.4, Sample.of(values).quantile(0.75), 1e-16);
    assertEquals(0.25, Sample.of(values).median());
    assertEquals(0.1, Sample.of(values).deviation(0.25), 1e-16);
  }

  @Test
  void roundingIsThatOfPython() {
    assertEquals(2.67, PythonMath.round(2.675, 2));
    assertEquals(0.12, PythonMath.round(0.125, 2));
    assertEquals("-0.0", String.valueOf(PythonMath.round(-0.00001, 4)));
    assertTrue(Double.isNaN(PythonMath.round(Double.NaN, 2)));
    assertEquals(1.0, PythonMath.clip(Double.NaN));
  }

  private static double[] values(Random random, int size, int shape) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          switch (shape) {
            case 0 -> random.nextGaussian();
            case 1 -> random.nextInt(3);
            case 2 -> i;
            case 3 -> -i;
            default -> i % 7 == 0 ? Double.POSITIVE_INFINITY : random.nextDouble();
          };
    }
    return values;
  }
}
