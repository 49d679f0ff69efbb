package io.dtkspark.rolling;

/**
 * A cursor of {@link RankedSums} that looks for places: it passes whole blocks and words from the
 * one it remembers and then looks at the rows of one word.
 *
 * <p>Searches for a target step down what is left of it in doubles, which is off by much less than
 * the rounding that {@link Bracket} minds anyway; pairs are added up beside that.
 */
final class RankedSeeker extends RankedCursor {

  RankedSeeker(RankedSums sorted) {
    super(sorted);
  }

  @Override
  void seekMidpoint(WeightTarget target) {
    double left = target.above(base);
    left = left < 0 ? wordsDown(left, target) : wordsUp(left, target);
    set(base);
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
    set(base);
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
