package io.dtkspark.rolling;

/**
 * A place among the ranks of a {@link RankBitmap} that knows how many rows of the window are below
 * it. Rows that enter or leave only change that count; {@link #moveTo} then goes to where an order
 * statistic is now, mostly a row or two away, and jumps when it is far.
 */
final class RankCursor {

  private final RankBitmap window;
  private int rank;
  private int below;

  RankCursor(RankBitmap window) {
    this.window = window;
  }

  /** Where the cursor is; after a move this is a rank of the window or its upper sentinel. */
  int rank() {
    return rank;
  }

  /** How many rows of the window have a lower rank. */
  int below() {
    return below;
  }

  /** To the foot of a window that has been emptied. */
  void reset() {
    rank = 1;
    below = 0;
  }

  /** A row has been put into the window. */
  void entered(int otherRank) {
    below += otherRank < rank ? 1 : 0;
  }

  /** A row has been taken out. */
  void left(int otherRank) {
    below -= otherRank < rank ? 1 : 0;
  }

  /** Moves to the row with {@code index} rows below it; the upper sentinel counts as a row. */
  void moveTo(int index) {
    rank = window.move(rank, index - below);
    below = index;
  }

  /** Puts the cursor on a rank known to have {@code newBelow} rows below it. */
  void set(int newRank, int newBelow) {
    rank = newRank;
    below = newBelow;
  }
}
