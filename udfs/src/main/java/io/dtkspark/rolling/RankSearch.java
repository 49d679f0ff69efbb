package io.dtkspark.rolling;

/**
 * Counts how many rows of {@link SortedBlocks} lie below a bound: from the block of the last answer
 * block by block, then by bisection, so it is made for bounds in ascending or descending order.
 *
 * <p>The rows before each block are counted once per window.
 */
final class RankSearch {

  private final SortedBlocks sorted;
  private int[] before = new int[1];
  private int place;
  private int index;

  RankSearch(SortedBlocks sorted) {
    this.sorted = sorted;
  }

  /** Counts the rows of the window as it is now. */
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

  /**
   * How many rows have values that, minus {@code center}, stay below {@code bound}.
   *
   * @param inclusive whether the bound itself counts as below
   */
  int below(double center, double bound, boolean inclusive) {
    while (place > 0 && !isBelow(sorted.lastValue(place - 1), center, bound, inclusive)) {
      place--;
    }
    while (place + 1 < sorted.blocks()
        && isBelow(sorted.lastValue(place), center, bound, inclusive)) {
      place++;
    }
    int base = sorted.firstSlot(place);
    int length = sorted.blockSize(place);
    while (length > 1) {
      int half = length >>> 1;
      boolean above = isBelow(sorted.value(base + half - 1), center, bound, inclusive);
      base = above ? base + half : base;
      length -= half;
    }
    base += isBelow(sorted.value(base), center, bound, inclusive) ? 1 : 0;
    index = base - sorted.firstSlot(place);
    return before[place] + index;
  }

  /** The value of the last row found to be below; there must be one. */
  double lastBelow() {
    return index > 0
        ? sorted.value(sorted.firstSlot(place) + index - 1)
        : sorted.lastValue(place - 1);
  }

  /** The value of the first row found not to be below; there must be one. */
  double firstAbove() {
    return index < sorted.blockSize(place)
        ? sorted.value(sorted.firstSlot(place) + index)
        : sorted.firstValue(place + 1);
  }

  private static boolean isBelow(double value, double center, double bound, boolean inclusive) {
    double difference = value - center;
    return inclusive ? difference <= bound : difference < bound;
  }
}
