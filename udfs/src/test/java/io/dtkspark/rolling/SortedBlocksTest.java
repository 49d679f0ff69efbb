package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Linear weights are integers, so that every sum has to be exact. */
class SortedBlocksTest {

  private final RowWeights weights = new RowWeights(new WeightTable(SlidingRows.LINEAR, 100_000));

  @ParameterizedTest
  @EnumSource
  void cursorsKeepTheirPlaceAndSumWhileRowsEnterAndLeave(Shape shape) {
    Random random = new Random(shape.name().hashCode());
    double[] values = finite(shape, random, 6000);
    SortedBlocks sorted = new SortedBlocks(1000, weights);
    WeightCursor[] cursors = {sorted.newCursor(), sorted.newCursor(), sorted.newCursor()};
    cursors[2].sleep();
    weights.begin(0);
    sorted.begin(values, IntStream.range(0, values.length).toArray(), 0, values.length);
    int head = 0;
    for (int tail = 0; tail < values.length; ) {
      boolean grows = tail / 1500 % 2 == 0;
      if (head < tail && random.nextInt(8) < (grows ? 3 : 5)) {
        sorted.removeOldest();
        head++;
      } else {
        sorted.add();
        tail++;
      }
      if (head < tail && random.nextInt(40) == 0) {
        int[] order = order(values, head, tail);
        checkOrder(sorted, order, values);
        checkCursor(sorted, cursors[0], order);
        checkCursor(sorted, cursors[1], order);
        double center = values[head + random.nextInt(tail - head)];
        double bound = values[tail - 1] - values[head];
        boolean inclusive = random.nextBoolean();
        cursors[0].seekDeviation(center, bound, inclusive);
        checkCursor(sorted, cursors[0], order);
        checkRank(sorted, cursors[0], order, values, center, bound, inclusive);
        seekShare(sorted, cursors[1], random.nextDouble());
        checkCursor(sorted, cursors[1], order);
      }
    }
  }

  private static void checkOrder(SortedBlocks sorted, int[] order, double[] values) {
    double[] actualValues = new double[sorted.size()];
    int[] actualRows = new int[sorted.size()];
    sorted.copyTo(actualValues, actualRows);
    assertArrayEquals(order, actualRows);
    assertArrayEquals(Arrays.stream(order).mapToDouble(row -> values[row]).toArray(), actualValues);
  }

  private void checkCursor(SortedBlocks sorted, WeightCursor cursor, int[] order) {
    int rank = cursor.above() < 0 ? order.length : rankOf(order, sorted.row(cursor.above()));
    double sum = IntStream.range(0, rank).mapToDouble(k -> weights.high(order[k])).sum();
    assertEquals(sum, cursor.high);
    assertEquals(rank, cursor.low);
    assertEquals(rowAt(order, rank - 1), rowAt(sorted, cursor.below()));
    assertEquals(rowAt(order, rank - 2), rowAt(sorted, cursor.secondBelow()));
    assertEquals(rowAt(order, rank + 1), rowAt(sorted, cursor.secondAbove()));
  }

  private static void checkRank(
      SortedBlocks sorted,
      WeightCursor cursor,
      int[] order,
      double[] values,
      double center,
      double bound,
      boolean inclusive) {
    RankSearch search = sorted.newRankSearch();
    search.count();
    int expected = 0;
    for (int row : order) {
      double deviation = values[row] - center;
      expected += deviation < bound || (inclusive && deviation == bound) ? 1 : 0;
    }
    assertEquals(expected, search.below(center, bound, inclusive));
    assertEquals(expected, cursor.low);
  }

  private static void seekShare(SortedBlocks sorted, WeightCursor cursor, double share) {
    WeightTarget target = new WeightTarget();
    target.face(sorted, 100_000);
    target.high = share * sorted.total.high;
    target.low = share * sorted.total.low;
    cursor.seekMidpoint(target);
    int below = cursor.below();
    int above = cursor.above();
    if (below >= 0) {
      assertTrue(target.above(cursor, -half(sorted, below), -0.5) >= 0);
    }
    if (above >= 0) {
      assertTrue(target.above(cursor, half(sorted, above), 0.5) < 0);
    }
  }

  private static double half(SortedBlocks sorted, int slot) {
    return 0.5 * sorted.weights.high(sorted.row(slot));
  }

  private static int[] order(double[] values, int head, int tail) {
    return IntStream.range(head, tail)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> values[row] + 0.0))
        .mapToInt(row -> row)
        .toArray();
  }

  private static int rankOf(int[] order, int row) {
    return IntStream.range(0, order.length).filter(k -> order[k] == row).findFirst().orElse(-1);
  }

  private static int rowAt(int[] order, int rank) {
    return rank >= 0 && rank < order.length ? order[rank] : -1;
  }

  private static int rowAt(SortedBlocks sorted, int slot) {
    return slot < 0 ? -1 : sorted.row(slot);
  }

  private static double[] finite(Shape shape, Random random, int size) {
    double[] values = new double[size];
    int found = 0;
    for (int row = 0; found < size; row++) {
      values[found] = shape.value(random, row);
      found += Math.abs(values[found]) < Double.POSITIVE_INFINITY ? 1 : 0;
    }
    return values;
  }
}
