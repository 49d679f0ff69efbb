package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
}
