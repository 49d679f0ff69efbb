package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSortTest {

  private final RowSort rowSort = new RowSort();

  @Test
  void shuffledKeysAreSortedWithTiesByRowAndNanLast() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      check(random, random.nextInt(300), size -> random.nextInt(size));
    }
  }

  @Test
  void nearlySortedKeysAreSorted() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      check(random, random.nextInt(300), size -> 0);
    }
  }

  @Test
  void deviationsOfNanOrInfiniteCentresAreNanLast() {
    double[] values = {Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY};
    Deviations deviations = new Deviations();
    deviations.sort(values, new int[] {3, 1, 0, 2}, 4, Double.POSITIVE_INFINITY);
    assertArrayEquals(new int[] {0, 1, 3, 2}, Arrays.copyOf(deviations.rows(), 4));
    deviations.sort(values, new int[] {3, 1, 0, 2}, 4, Double.NaN);
    assertArrayEquals(new int[] {0, 1, 2, 3}, Arrays.copyOf(deviations.rows(), 4));
  }

  @Test
  void equalDeviationsOnBothSidesRunFromTheOldestRow() {
    double[] values = {-1, -1, 0, 1, 1, 1};
    int[] rows = {2, 4, 0, 1, 3, 5};
    Deviations deviations = new Deviations();
    deviations.sort(values, rows, 6, 0);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, Arrays.copyOf(deviations.rows(), 6));
  }

  private void check(Random random, int size, IntUnaryOperator swapWith) {
    double[] keyOfRow = new double[size];
    Arrays.setAll(keyOfRow, k -> random.nextInt(15) == 0 ? Double.NaN : random.nextInt(20));
    int[] rows = IntStream.range(0, size).toArray();
    for (int k = 1; k < size; k++) {
      int other = Math.max(swapWith.applyAsInt(size), k - 1);
      int swap = rows[k];
      rows[k] = rows[other];
      rows[other] = swap;
    }
    double[] keys = Arrays.stream(rows).mapToDouble(r -> keyOfRow[r]).toArray();
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(r -> keyOfRow[r]))
            .mapToInt(Integer::intValue)
            .toArray();
    rowSort.sort(keys, rows, size);
    assertArrayEquals(expected, rows);
    assertArrayEquals(Arrays.stream(expected).mapToDouble(r -> keyOfRow[r]).toArray(), keys);
  }
}
