package io.dtkspark.rolling;

/**
 * A cursor of {@link RankedSums}. It remembers the start of a word of ranks and the weight below
 * that: as rows enter and leave only this sum changes, and the place itself has to be searched
 * again. A search passes whole blocks and words from there and then looks at the rows of one word.
 *
 * <p>Searches for a target step down what is left of it in doubles, which is off by much less than
 * the rounding that {@link Bracket} minds anyway; pairs are added up beside that.
 */
final class RankedCursor extends WeightCursor {

  private final RankedSums sorted;
  private final RankBitmap window;

  /** The weight below the first rank of {@code word}, which the cursor is near. */
  private final WeightSum base = new WeightSum();

  private int word;

  /** The ranks next to the cursor, maybe sentinels; at least one is in the word or a neighbour. */
  private int below;

  private int above = 1;

  private boolean asleep;

  RankedCursor(RankedSums sorted) {
    this.sorted = sorted;
    window = sorted.window;
  }

  /** To below all rows. */
  void toStart() {
    clear();
    base.clear();
    word = 0;
    below = 0;
    above = window.next(1);
  }

  /** A row has entered; pairs are found by rank, zeros at rank 0. */
  void rowEntered(int otherRank, double[] pairs) {
    if (!asleep) {
      int at = otherRank >>> 5 < word ? 2 * otherRank : 0;
      base.add(pairs[at], pairs[at + 1]);
    }
  }

  void rowLeft(int otherRank, double[] pairs) {
    if (!asleep) {
      int at = otherRank >>> 5 < word ? 2 * otherRank : 0;
      base.add(-pairs[at], -pairs[at + 1]);
    }
  }

  @Override
  void set(WeightCursor other) {
    RankedCursor cursor = (RankedCursor) other;
    high = cursor.high;
    low = cursor.low;
    base.set(cursor.base);
    word = cursor.word;
    below = cursor.below;
    above = cursor.above;
    asleep = false;
  }

  @Override
  void sleep() {
    asleep = true;
  }

  @Override
  int below() {
    return below == 0 ? -1 : below;
  }

  @Override
  int above() {
    return above == sorted.highest() ? -1 : above;
  }

  @Override
  int secondBelow() {
    int found = below == 0 ? 0 : window.previous(below - 1);
    return found == 0 ? -1 : found;
  }

  @Override
  int secondAbove() {
    int highest = sorted.highest();
    int found = above == highest ? highest : window.next(above + 1);
    return found == highest ? -1 : found;
  }

  @Override
  int blockBelow() {
    return below() >> 5;
  }

  @Override
  int blockAbove() {
    return above() >> 5;
  }

  @Override
  void moveDown(int row) {
    if ((row >>> 5) + 1 < word) {
      base.set(this);
      word = (row >>> 5) + 1;
    }
    add(-sorted.high(row), -sorted.low(row));
    above = row;
    below = window.previous(row - 1);
  }

  @Override
  void moveUp(int row) {
    if (row >>> 5 > word) {
      base.set(this);
      word = row >>> 5;
    }
    add(sorted.high(row), sorted.low(row));
    below = row;
    above = window.next(row + 1);
  }

  @Override
  void moveDownBlock() {
    int block = below >>> 5;
    if (above >>> 5 > block) {
      add(-sorted.blockHigh(block), -sorted.blockLow(block));
    } else {
      for (int bits = sorted.bits(block) & ~(-1 << above); bits != 0; bits &= bits - 1) {
        int row = (block << 5) + Integer.numberOfTrailingZeros(bits);
        add(-sorted.high(row), -sorted.low(row));
      }
    }
    base.set(this);
    word = block;
    startWord();
  }

  @Override
  void moveUpBlock() {
    int block = above >>> 5;
    if (below >>> 5 < block) {
      base.set(this);
      word = block;
      add(sorted.blockHigh(block), sorted.blockLow(block));
    } else {
      for (int bits = sorted.bits(block) & (-1 << above); bits != 0; bits &= bits - 1) {
        int row = (block << 5) + Integer.numberOfTrailingZeros(bits);
        add(sorted.high(row), sorted.low(row));
      }
    }
    endWord(block);
  }

  /** Goes to below a row of the word, which follows another one of it or, if that is -1, none. */
  private void stopBelow(int row, int last) {
    above = row;
    below = last >= 0 ? last : window.previous(row - 1);
  }

  /** Goes to below the rows of the word. */
  private void startWord() {
    below = word == 0 ? 0 : window.previous((word << 5) - 1);
    above = window.next(Math.max(word << 5, 1));
  }

  /** Goes to above the rows of a word. */
  private void endWord(int ended) {
    int highest = sorted.highest();
    int end = (ended + 1) << 5;
    below = window.previous(Math.min(end, highest) - 1);
    above = end < highest ? window.next(end) : highest;
  }

  @Override
  void seekMidpoint(WeightTarget target) {
    double left = target.above(base);
    left = left < 0 ? wordsDown(left, target) : wordsUp(left, target);
    super.set(base);
    int last = -1;
    for (int bits = sorted.bits(word); bits != 0; bits &= bits - 1) {
      int row = (word << 5) + Integer.numberOfTrailingZeros(bits);
      double rowHigh = sorted.high(row);
      double rowLow = sorted.low(row);
      double weight = target.rounded(rowHigh, rowLow);
      if (left < 0.5 * weight) {
        stopBelow(row, last);
        return;
      }
      left -= weight;
      add(rowHigh, rowLow);
      last = row;
    }
    endWord(word);
  }

  /** Passes words, as many as fit in {@code above}; returns what is left of it. */
  private double wordsUp(double above, WeightTarget target) {
    int last = sorted.highest() >>> 5;
    boolean large = sorted.hasLargeBlocks();
    double left = above;
    while (word < last) {
      if (large && (word & 31) == 0 && word + 32 <= last) {
        double blockHigh = sorted.largeBlockHigh(word >>> 5);
        double blockLow = sorted.largeBlockLow(word >>> 5);
        double blockWeight = target.rounded(blockHigh, blockLow);
        if (left >= blockWeight) {
          left -= blockWeight;
          base.add(blockHigh, blockLow);
          word += 32;
          continue;
        }
      }
      double wordHigh = sorted.blockHigh(word);
      double wordLow = sorted.blockLow(word);
      double weight = target.rounded(wordHigh, wordLow);
      if (left < weight) {
        break;
      }
      left -= weight;
      base.add(wordHigh, wordLow);
      word++;
    }
    return left;
  }

  private double wordsDown(double above, WeightTarget target) {
    boolean large = sorted.hasLargeBlocks();
    double left = above;
    while (word > 0 && left < 0) {
      if (large && (word & 31) == 0) {
        double blockHigh = sorted.largeBlockHigh((word >>> 5) - 1);
        double blockLow = sorted.largeBlockLow((word >>> 5) - 1);
        double blockWeight = target.rounded(blockHigh, blockLow);
        if (left + blockWeight < 0) {
          left += blockWeight;
          base.add(-blockHigh, -blockLow);
          word -= 32;
          continue;
        }
      }
      word--;
      double wordHigh = sorted.blockHigh(word);
      double wordLow = sorted.blockLow(word);
      left += target.rounded(wordHigh, wordLow);
      base.add(-wordHigh, -wordLow);
    }
    return left;
  }

  @Override
  void seekDeviation(double center, double bound, boolean inclusive) {
    wordsTo(center, bound, inclusive, inclusive);
    scanTo(center, bound, inclusive);
  }

  @Override
  void approachDeviation(double center, double bound) {
    wordsTo(center, bound, false, true);
    scanTo(center, bound, false);
  }

  private void scanTo(double center, double bound, boolean inclusive) {
    super.set(base);
    int last = -1;
    for (int bits = sorted.bits(word); bits != 0; bits &= bits - 1) {
      int row = (word << 5) + Integer.numberOfTrailingZeros(bits);
      if (!isBelow(sorted.value(row), center, bound, inclusive)) {
        stopBelow(row, last);
        return;
      }
      add(sorted.high(row), sorted.low(row));
      last = row;
    }
    endWord(word);
  }

  /**
   * Goes to the word where values begin to reach a bound, as if rows outside the window counted.
   */
  private void wordsTo(double center, double bound, boolean inclusiveUp, boolean inclusiveDown) {
    int last = sorted.highest() >>> 5;
    boolean large = sorted.hasLargeBlocks();
    while (word < last && isBelow(sorted.value((word + 1) << 5), center, bound, inclusiveUp)) {
      boolean whole =
          large
              && (word & 31) == 0
              && word + 32 <= last
              && isBelow(sorted.value((word + 32) << 5), center, bound, inclusiveUp);
      if (whole) {
        base.add(sorted.largeBlockHigh(word >>> 5), sorted.largeBlockLow(word >>> 5));
        word += 32;
      } else {
        base.add(sorted.blockHigh(word), sorted.blockLow(word));
        word++;
      }
    }
    while (word > 0 && !isBelow(sorted.value(word << 5), center, bound, inclusiveDown)) {
      boolean whole =
          large
              && (word & 31) == 0
              && !isBelow(sorted.value((word - 32) << 5), center, bound, inclusiveDown);
      if (whole) {
        int block = (word >>> 5) - 1;
        base.add(-sorted.largeBlockHigh(block), -sorted.largeBlockLow(block));
        word -= 32;
      } else {
        word--;
        base.add(-sorted.blockHigh(word), -sorted.blockLow(word));
      }
    }
  }
}
