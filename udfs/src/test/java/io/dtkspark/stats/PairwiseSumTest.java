package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Edges; lengths of 1 to 300 are compared with numpy in {@link NumpySamplesTest}. */
class PairwiseSumTest {

  @Test
  void emptyRangeSumsToZero() {
    assertEquals(0.0, PairwiseSum.sum(new double[] {1, 2}, 1, 1));
  }

  @Test
  void negativeZerosSumToPositiveZero() {
    double[] zeros = new double[300];
    Arrays.fill(zeros, -0.0);
    for (int length : new int[] {1, 7, 8, 128, 129, 300}) {
      assertEquals(0.0, PairwiseSum.sum(zeros, 0, length), "length " + length);
    }
  }

  @Test
  void rangeIsHalfOpen() {
    assertEquals(5, PairwiseSum.sum(new double[] {1, 2, 3, 4}, 1, 3));
  }

  @Test
  void leadingZerosNeedNotBeRead() {
    Random random = new Random(1);
    for (int length : new int[] {1, 5, 100, 129, 1000, 5003}) {
      for (int first : new int[] {0, 1, 4, 90, 128, 777, length - 1, length}) {
        if (first <= length) {
          double[] values = random.doubles(length).toArray();
          Arrays.fill(values, 0, first, 0.0);
          double whole = PairwiseSum.sum(values, 0, length);
          Arrays.fill(values, 0, Math.max(0, first - PairwiseSum.BLOCK), Double.NaN);
          assertEquals(whole, PairwiseSum.sumFrom(values, first, length), first + " of " + length);
        }
      }
    }
  }
}
