package io.dtkspark.rolling;

/**
 * Counts how many rows of a window lie below a bound; made for bounds in ascending or descending
 * order.
 */
abstract class RankSearch {

  /** Looks at the window as it is now. */
  abstract void count();

  /**
   * The next bound is about the value of an element of the list that is in the window; without this
   * it is taken to be near the last one.
   */
  abstract void startAt(int element);

  /**
   * How many rows have values that, minus {@code center}, stay below {@code bound}.
   *
   * @param inclusive whether the bound itself counts as below
   */
  abstract int below(double center, double bound, boolean inclusive);

  /** The value of the last row found to be below; there must be one. */
  abstract double lastBelow();

  /** The value of the first row found not to be below; there must be one. */
  abstract double firstAbove();
}
