package io.dtkspark.rolling;

/**
 * Counts rows of {@link RankedSums}: the rank of a bound by bisection, near the last answer first,
 * the rows below it from counts per 1,024 ranks and from bits.
 */
final class RankedRankSearch extends RankSearch {

  private final RankedSums sorted;
  private final RankBitmap window;

  /** By block of 1,024 ranks. */
  private int[] before = new int[1];

  private int rank = 1;

  RankedRankSearch(RankedSums sorted) {
    this.sorted = sorted;
    window = sorted.window;
  }

  @Override
  void count() {
    int blocks = (sorted.highest() >>> 10) + 1;
    if (before.length < blocks) {
      before = new int[2 * blocks];
    }
    int rows = -1; // the lower sentinel
    for (int block = 0; block < blocks; block++) {
      before[block] = rows;
      rows += window.blockCount(block);
    }
    rank = Math.min(rank, sorted.highest());
  }

  @Override
  int below(double center, double bound, boolean inclusive) {
    int low = 1;
    int high = sorted.highest();
    int step = 16;
    if (WeightCursor.isBelow(sorted.value(rank), center, bound, inclusive)) {
      low = Math.min(rank + 1, high);
      while (low + step < high
          && WeightCursor.isBelow(sorted.value(low + step), center, bound, inclusive)) {
        low += step;
        step *= 2;
      }
      high = Math.min(high, low + step);
    } else {
      high = rank;
      while (high - step > low
          && !WeightCursor.isBelow(sorted.value(high - step), center, bound, inclusive)) {
        high -= step;
        step *= 2;
      }
      low = Math.max(low, high - step);
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean above = WeightCursor.isBelow(sorted.value(middle), center, bound, inclusive);
      low = above ? middle + 1 : low;
      high = above ? high : middle;
    }
    rank = low;
    return before[rank >>> 10] + window.countInBlockBelow(rank);
  }

  @Override
  double lastBelow() {
    return sorted.value(window.previous(rank - 1));
  }

  @Override
  double firstAbove() {
    return sorted.value(window.next(rank));
  }
}
