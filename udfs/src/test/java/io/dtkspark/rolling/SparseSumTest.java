package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.stats.PairwiseSum;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseSumTest {

  @Test
  void bitsAreThoseOfTheSumOfTheWholeArray() {
    SparseSum sparse = new SparseSum();
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      int length = 1 + random.nextInt(seed % 2 == 0 ? 40 : 3000);
      double[] all = new double[length];
      double[] values = new double[length];
      int[] places = new int[length];
      int size = 0;
      for (int k = 0; k < length; k++) {
        if (random.nextInt(5) == 0) {
          all[k] = random.nextDouble() / (1 << random.nextInt(30));
          values[size] = all[k];
          places[size++] = k;
        }
      }
      assertEquals(PairwiseSum.sum(all, 0, length), sparse.of(values, places, size, length));
    }
  }
}
