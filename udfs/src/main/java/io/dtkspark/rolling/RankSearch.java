package io.dtkspark.rolling;

/**
 * Finds by bisection how many rows of {@link SortedBlocks} lie below a bound.
 *
 * <p>The rows before each block are counted once per window, then a search costs O(log n).
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
    int low = 0;
    int high = sorted.blocks() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBelow(sorted.lastValue(middle), center, bound, inclusive)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    place = low;
    int from = sorted.firstSlot(place);
    low = 0;
    high = sorted.blockSize(place);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBelow(sorted.value(from + middle), center, bound, inclusive)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    index = low;
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
