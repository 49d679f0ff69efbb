package io.dtkspark.rolling;

/**
 * A position between two neighbours in {@link SortedRows}, and the sum of the weights below it.
 *
 * <p>A search begins where the last one ended, or at where the cursor has moved to since.
 */
abstract class WeightCursor extends WeightSum {

  /** The slot of the row just below, or -1. */
  abstract int below();

  /** The slot of the row just above, or -1. */
  abstract int above();

  /** The slot of the row below {@link #below()}, or -1. */
  abstract int secondBelow();

  /** The slot of the row above {@link #above()}, or -1. */
  abstract int secondAbove();

  /** The block that holds the row just below, or -1; higher blocks have higher numbers. */
  abstract int blockBelow();

  /** The block that holds the row just above, or -1. */
  abstract int blockAbove();

  /** Moves below the row just below, which is in this slot. */
  abstract void moveDown(int slot);

  /** Moves above the row just above, which is in this slot. */
  abstract void moveUp(int slot);

  /** Moves to the start of the block that holds the row just below. */
  abstract void moveDownBlock();

  /** Moves to the end of the block that holds the row just above. */
  abstract void moveUpBlock();

  /** Moves to where the midpoints of the weights begin to exceed a target. */
  abstract void seekMidpoint(WeightTarget target);

  /**
   * Moves to where values minus {@code center} begin to reach {@code bound}.
   *
   * @param inclusive whether the bound itself is still below
   */
  abstract void seekDeviation(double center, double bound, boolean inclusive);

  /**
   * Moves as little as possible for values minus {@code center} to be at most {@code bound} below
   * the cursor and at least that above it.
   */
  abstract void approachDeviation(double center, double bound);

  /** Goes to where another cursor of the same rows is. */
  abstract void set(WeightCursor other);

  /** Lets rows enter and leave unnoticed; the cursor has no meaning until it is set again. */
  abstract void sleep();

  static boolean isBelow(double value, double center, double bound, boolean inclusive) {
    double deviation = value - center;
    return inclusive ? deviation <= bound : deviation < bound;
  }
}
