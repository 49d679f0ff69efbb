package io.dtkspark.rolling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RankBitmapTest {

  private final RankBitmap bitmap = new RankBitmap();
  private final TreeSet<Integer> expected = new TreeSet<>();

  @Test
  void searchesAgreeWithATreeInSparseAndDenseSets() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int last = 1 + random.nextInt(seed % 2 == 0 ? 300 : 200_000);
      reset(last);
      int spread = 1 + random.nextInt(last);
      for (int step = 0; step < 400; step++) {
        int rank = Math.min(1 + random.nextInt(spread), last);
        if (rank < last && expected.add(rank)) {
          bitmap.set(rank);
        } else if (rank < last && random.nextBoolean()) {
          expected.remove(rank);
          bitmap.clear(rank);
        }
        checkNeighbours(random.nextInt(last + 1));
      }
      checkJumps(random.nextInt(last + 1));
    }
  }

  @Test
  void emptySetIsLeftWithItsSentinels() {
    reset(5_000_000);
    assertEquals(5_000_000, bitmap.next(1));
    assertEquals(0, bitmap.previous(4_999_999));
    assertEquals(5_000_000, bitmap.above(0, 1));
    assertEquals(0, bitmap.below(5_000_000, 1));
  }

  private void reset(int last) {
    bitmap.reset(last);
    expected.clear();
    expected.add(0);
    expected.add(last);
  }

  private void checkNeighbours(int rank) {
    assertEquals(expected.ceiling(rank), bitmap.next(rank));
    assertEquals(expected.floor(rank), bitmap.previous(rank));
  }

  private void checkJumps(int rank) {
    int steps = 0;
    for (int higher : expected.tailSet(rank, false)) {
      assertEquals(higher, bitmap.above(rank, ++steps));
    }
    steps = 0;
    for (int lower : expected.headSet(rank, false).descendingSet()) {
      assertEquals(lower, bitmap.below(rank, ++steps));
    }
  }
}
