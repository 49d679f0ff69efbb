package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.RandomSeries.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What {@link SortedRows} and their cursors have to say about a window that grows and shrinks.
 * Linear weights are integers, so that every sum has to be exact.
 */
final class SortedRowsContract {

  private final RowWeights weights = new RowWeights(new WeightTable(SlidingRows.LINEAR, 100_000));
  private final double[] values;
  private final Random random;
  private SortedRows sorted;
  private int head;

  SortedRowsContract(Shape shape, int size) {
    random = new Random(shape.name().hashCode());
    values = finite(shape, random, size);
  }

  RowWeights weights() {
    return weights;
  }

  /**
   * @param follows whether cursors keep their places without a search
   */
  void check(SortedRows newSorted, boolean follows) {
    sorted = newSorted;
    WeightCursor[] cursors = {sorted.newCursor(), sorted.newCursor(), sorted.newCursor()};
    cursors[2].sleep();
    weights.begin(0);
    sorted.begin(values, IntStream.range(0, values.length).toArray(), 0, values.length);
    head = 0;
    for (int tail = 0; tail < values.length; ) {
      boolean grows = tail * 4 / values.length % 2 == 0;
      if (head < tail && random.nextInt(8) < (grows ? 3 : 5)) {
        sorted.removeOldest();
        head++;
      } else {
        sorted.add();
        tail++;
      }
      if (head < tail && random.nextInt(values.length / 150) == 0) {
        int[] order = order(values, head, tail);
        checkOrder(order);
        if (follows) {
          checkCursor(cursors[0], order);
          checkCursor(cursors[1], order);
        }
        checkSearches(cursors, order, tail);
      }
    }
  }

  private void checkSearches(WeightCursor[] cursors, int[] order, int tail) {
    double center = values[head + random.nextInt(tail - head)];
    double bound = values[tail - 1] - values[head];
    boolean inclusive = random.nextBoolean();
    cursors[0].seekDeviation(center, bound, inclusive);
    checkCursor(cursors[0], order);
    checkRank(cursors[0], order, center, bound, inclusive);
    seekShare(cursors[1], random.nextDouble());
    checkCursor(cursors[1], order);
    walk(cursors[1], order);
    cursors[0].approachDeviation(center, bound);
    checkCursor(cursors[0], order);
    cursors[2].set(cursors[0]);
    checkCursor(cursors[2], order);
    cursors[2].sleep();
  }

  /** Single steps and steps of blocks, up and down. */
  private void walk(WeightCursor cursor, int[] order) {
    for (int step = 0; step < 4; step++) {
      boolean byBlock = random.nextInt(3) == 0;
      if (random.nextBoolean() && cursor.above() >= 0) {
        int block = cursor.blockAbove();
        if (byBlock) {
          cursor.moveUpBlock();
          assertEquals(sorted.lastValue(block), sorted.value(cursor.below()));
        } else {
          cursor.moveUp(cursor.above());
        }
      } else if (cursor.below() >= 0) {
        int block = cursor.blockBelow();
        if (byBlock) {
          cursor.moveDownBlock();
          assertEquals(sorted.firstValue(block), sorted.value(cursor.above()));
        } else {
          cursor.moveDown(cursor.below());
        }
      }
      checkCursor(cursor, order);
    }
  }

  private void checkOrder(int[] order) {
    double[] actualValues = new double[sorted.size()];
    int[] actualRows = new int[sorted.size()];
    sorted.copyTo(actualValues, actualRows);
    assertArrayEquals(order, actualRows);
    assertArrayEquals(Arrays.stream(order).mapToDouble(row -> values[row]).toArray(), actualValues);
  }

  private void checkCursor(WeightCursor cursor, int[] order) {
    int rank = cursor.above() < 0 ? order.length : rankOf(order, sorted.row(cursor.above()));
    double sum = IntStream.range(0, rank).mapToDouble(k -> weights.high(order[k])).sum();
    assertEquals(sum, cursor.high);
    assertEquals(rank, cursor.low);
    assertEquals(rowAt(order, rank - 1), rowAt(cursor.below()));
    assertEquals(rowAt(order, rank - 2), rowAt(cursor.secondBelow()));
    assertEquals(rowAt(order, rank + 1), rowAt(cursor.secondAbove()));
  }

  private void checkRank(
      WeightCursor cursor, int[] order, double center, double bound, boolean inclusive) {
    RankSearch search = sorted.newRankSearch();
    search.count();
    int expected = 0;
    for (int row : order) {
      double deviation = values[row] - center;
      expected += deviation < bound || (inclusive && deviation == bound) ? 1 : 0;
    }
    assertEquals(expected, search.below(center, bound, inclusive));
    search.startAt(head + random.nextInt(order.length));
    assertEquals(expected, search.below(center, bound, inclusive));
    if (expected > 0) {
      assertEquals(values[order[expected - 1]], search.lastBelow());
    }
    if (expected < order.length) {
      assertEquals(values[order[expected]], search.firstAbove());
    }
    assertEquals(expected, cursor.low);
  }

  private void seekShare(WeightCursor cursor, double share) {
    WeightTarget target = new WeightTarget();
    target.face(sorted, 100_000);
    target.high = share * sorted.total.high;
    target.low = share * sorted.total.low;
    cursor.seekMidpoint(target);
    int below = cursor.below();
    int above = cursor.above();
    if (below >= 0) {
      assertTrue(target.above(cursor, -half(below), -0.5) >= 0);
    }
    if (above >= 0) {
      assertTrue(target.above(cursor, half(above), 0.5) < 0);
    }
  }

  private double half(int slot) {
    return 0.5 * sorted.high(slot);
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

  private int rowAt(int slot) {
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
