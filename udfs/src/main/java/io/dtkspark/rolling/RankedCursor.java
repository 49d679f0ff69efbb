package io.dtkspark.rolling;

/**
 * A position in {@link RankedSums}.
 *
 * <p>It remembers the start of a word of ranks and the weight below that: as rows enter and leave
 * only this sum changes, and the place itself has to be searched again.
 */
abstract class RankedCursor extends WeightCursor {

  final RankedSums sorted;
  private final RankBitmap window;

  /** The weight below the first rank of {@code word}, which the cursor is near. */
  final WeightSum base = new WeightSum();

  int word;

  /** The ranks next to the cursor, maybe sentinels; at least one is in the word or a neighbour. */
  private int below;

  private int above = 1;

  private boolean asleep;

  RankedCursor(RankedSums sorted) {
    this.sorted = sorted;
    window = sorted.window;
  }

  /** To below all rows. */
  final void toStart() {
    clear();
    base.clear();
    word = 0;
    below = 0;
    above = window.next(1);
  }

  /** A row has entered; rank 0 stands for no weight. */
  final void rowEntered(int rank) {
    if (!asleep) {
      int counted = rank >>> 5 < word ? rank : 0;
      base.add(sorted.high(counted), sorted.low(counted));
    }
  }

  final void rowLeft(int rank) {
    if (!asleep) {
      int counted = rank >>> 5 < word ? rank : 0;
      base.add(-sorted.high(counted), -sorted.low(counted));
    }
  }

  @Override
  final void set(WeightCursor other) {
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
  final void sleep() {
    asleep = true;
  }

  @Override
  final int below() {
    return below == 0 ? -1 : below;
  }

  @Override
  final int above() {
    return above == sorted.highest() ? -1 : above;
  }

  @Override
  final int secondBelow() {
    int found = below == 0 ? 0 : window.previous(below - 1);
    return found == 0 ? -1 : found;
  }

  @Override
  final int secondAbove() {
    int highest = sorted.highest();
    int found = above == highest ? highest : window.next(above + 1);
    return found == highest ? -1 : found;
  }

  @Override
  final int blockBelow() {
    return below() >> 5;
  }

  @Override
  final int blockAbove() {
    return above() >> 5;
  }

  @Override
  final void moveDown(int row) {
    if ((row >>> 5) + 1 < word) {
      base.set(this);
      word = (row >>> 5) + 1;
    }
    add(-sorted.high(row), -sorted.low(row));
    above = row;
    below = window.previous(row - 1);
  }

  @Override
  final void moveUp(int row) {
    if (row >>> 5 > word) {
      base.set(this);
      word = row >>> 5;
    }
    add(sorted.high(row), sorted.low(row));
    below = row;
    above = window.next(row + 1);
  }

  @Override
  final void moveDownBlock() {
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
  final void moveUpBlock() {
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
  final void stopBelow(int row, int last) {
    above = row;
    below = last >= 0 ? last : window.previous(row - 1);
  }

  /** Goes to below the rows of the word. */
  private void startWord() {
    below = word == 0 ? 0 : window.previous((word << 5) - 1);
    above = window.next(Math.max(word << 5, 1));
  }

  /** Goes to above the rows of a word. */
  final void endWord(int ended) {
    int highest = sorted.highest();
    int end = (ended + 1) << 5;
    below = window.previous(Math.min(end, highest) - 1);
    above = end < highest ? window.next(end) : highest;
  }
}
