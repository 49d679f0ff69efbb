package io.dtkspark.rolling;

/**
 * Counts rows of {@link SortedBlocks}: from the block of the last answer block by block, then by
 * bisection. The rows before each block are counted once per window.
 */
final class BlockRankSearch extends RankSearch {

  private final SortedBlocks sorted;
  private int[] before = new int[1];
  private int place;
  private int index;

  BlockRankSearch(SortedBlocks sorted) {
    this.sorted = sorted;
  }

  @Override
  void count() {
    if (before.length < sorted.blocks()) {
      before = new int[2 * sorted.blocks()];
    }
    place = 0;
    int rows = 0;
    for (int at = 0; at < sorted.blocks(); at++) {
      before[at] = rows;
      rows += sorted.blockSize(at);
    }
  }

  /** Few blocks lie between bounds that are looked for in order. */
  @Override
  void startAt(int element) {}

  @Override
  int below(double center, double bound, boolean inclusive) {
    while (place > 0
        && !WeightCursor.isBelow(sorted.lastValue(place - 1), center, bound, inclusive)) {
      place--;
    }
    while (place + 1 < sorted.blocks()
        && WeightCursor.isBelow(sorted.lastValue(place), center, bound, inclusive)) {
      place++;
    }
    int base = sorted.firstSlot(place);
    int length = sorted.blockSize(place);
    while (length > 1) {
      int half = length >>> 1;
      boolean above = WeightCursor.isBelow(sorted.value(base + half - 1), center, bound, inclusive);
      base = above ? base + half : base;
      length -= half;
    }
    base += WeightCursor.isBelow(sorted.value(base), center, bound, inclusive) ? 1 : 0;
    index = base - sorted.firstSlot(place);
    return before[place] + index;
  }

  @Override
  double lastBelow() {
    return index > 0
        ? sorted.value(sorted.firstSlot(place) + index - 1)
        : sorted.lastValue(place - 1);
  }

  @Override
  double firstAbove() {
    return index < sorted.blockSize(place)
        ? sorted.value(sorted.firstSlot(place) + index)
        : sorted.firstValue(place + 1);
  }
}
