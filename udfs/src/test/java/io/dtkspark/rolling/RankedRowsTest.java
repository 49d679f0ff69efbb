package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.detector.RandomSeries;
import java.util.Comparator;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankedRowsTest {

  private final RankedRows ranked = new RankedRows();

  @ParameterizedTest
  @EnumSource
  void rowsAreRankedByValueThenPosition(RandomSeries.Shape shape) {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 2, 3, 50, 64, 65, 66, 300, 5000, 20, 6000}) {
      check(SlidingList.of(shape, random, size, true), 0);
      check(SlidingList.of(shape, random, size, false), size / 3);
    }
  }

  @Test
  void valuesThatShareTheirCoarseKeysAreRankedByAllTheirBits() {
    Random random = new Random(5);
    DoubleUnaryOperator[] scales = {
      noise -> noise < 0.3 ? 1e-3 * noise : 1e9 + noise,
      noise -> noise < 0.3 ? 1e-3 * noise : -1e9 + noise,
      noise -> 1e300 * noise,
      noise -> 1e-300 * noise,
      noise -> noise * Double.MIN_VALUE * 9,
      noise -> noise < 0 ? 1 / 0.0 : noise < 0.1 ? noise : -1 / 0.0,
      noise -> 1e15 + Math.floor(2 * noise)
    };
    for (DoubleUnaryOperator scale : scales) {
      for (int size : new int[] {40, 4000}) {
        check(
            SlidingList.of(random.doubles(size).map(u -> scale.applyAsDouble(4 * u - 2)).toArray()),
            0);
      }
    }
  }

  private void check(SlidingList list, int from) {
    int[] rows = list.rows();
    int start = Math.min(from, rows.length);
    ranked.rank(list.values(), rows, start, rows.length);
    int[] sorted =
        IntStream.range(start, rows.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> 0.0 + list.values()[rows[k]]))
            .mapToInt(k -> k)
            .toArray();
    for (int k = 0; k < sorted.length; k++) {
      assertEquals(k + 1, ranked.ranks()[sorted[k] - start]);
      assertEquals(list.values()[rows[sorted[k]]], ranked.values()[k + 1]);
    }
    assertEquals(Double.NEGATIVE_INFINITY, ranked.values()[0]);
    assertEquals(Double.POSITIVE_INFINITY, ranked.values()[sorted.length + 1]);
  }
}
