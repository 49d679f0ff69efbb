package io.dtkspark.rolling;

/**
 * Counts rows of {@link RankedSums}: finds the rank of a bound by steps that double and bisection,
 * then the rows below it from counts of words, which are taken when a block is first met.
 */
final class RankedRankSearch extends RankSearch {

  /** Where to look first around the last answer. */
  private static final int STEP = 64;

  private final RankedSums sorted;
  private final RankBitmap window;

  /** Rows below a block of 1,024 ranks. */
  private int[] beforeBlock = new int[0];

  /** Rows below a word, if its block has been counted for this window. */
  private int[] beforeWord = new int[0];

  private boolean[] counted = new boolean[0];
  private int rank;
  private int step;

  RankedRankSearch(RankedSums sorted) {
    this.sorted = sorted;
    window = sorted.window;
  }

  @Override
  void count() {
    int blocks = (sorted.highest() >>> 10) + 1;
    if (counted.length < blocks) {
      beforeBlock = new int[blocks];
      beforeWord = new int[blocks << 5];
      counted = new boolean[blocks];
    }
    int rows = -1; // for the lower sentinel
    for (int block = 0; block < blocks; block++) {
      beforeBlock[block] = rows;
      counted[block] = false;
      rows += window.blockCount(block);
    }
    rank = sorted.highest();
    step = STEP;
  }

  @Override
  void startAt(int element) {
    rank = sorted.rank(element);
    step = 1;
  }

  @Override
  int below(double center, double bound, boolean inclusive) {
    if (WeightCursor.isBelow(sorted.value(rank), center, bound, inclusive)) {
      up(center, bound, inclusive);
    } else {
      down(center, bound, inclusive);
    }
    step = STEP;
    return rowsBelow();
  }

  /** The first rank that is not below is above this one. */
  private void up(double center, double bound, boolean inclusive) {
    int low = rank;
    int high = Math.min(low + step, sorted.highest());
    while (WeightCursor.isBelow(sorted.value(high), center, bound, inclusive)) {
      if (high == sorted.highest()) {
        rank = high;
        return;
      }
      low = high;
      step *= 2;
      high = Math.min(low + step, sorted.highest());
    }
    bisect(low, high, center, bound, inclusive);
  }

  /** The first rank that is not below is this one or one below it. */
  private void down(double center, double bound, boolean inclusive) {
    int high = rank;
    int low = Math.max(high - step, 0);
    while (low > 0 && !WeightCursor.isBelow(sorted.value(low), center, bound, inclusive)) {
      high = low;
      step *= 2;
      low = Math.max(high - step, 0);
    }
    bisect(low, high, center, bound, inclusive);
  }

  /** The first rank that is not below is above {@code from} and at most {@code to}. */
  private void bisect(int from, int to, double center, double bound, boolean inclusive) {
    int low = from;
    int length = to - from;
    while (length > 1) {
      int half = length >>> 1;
      boolean above = WeightCursor.isBelow(sorted.value(low + half), center, bound, inclusive);
      low = above ? low + half : low;
      length = above ? length - half : half;
    }
    rank = low + 1;
  }

  private int rowsBelow() {
    int block = rank >>> 10;
    if (!counted[block]) {
      counted[block] = true;
      int rows = beforeBlock[block];
      for (int word = block << 5; word < (block + 1) << 5; word++) {
        beforeWord[word] = rows;
        rows += Integer.bitCount(window.bits(word));
      }
    }
    return beforeWord[rank >>> 5] + Integer.bitCount(window.bits(rank >>> 5) & ~(-1 << rank));
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
