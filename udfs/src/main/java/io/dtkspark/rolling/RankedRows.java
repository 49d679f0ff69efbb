package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * The rows of a piece of a list in ascending order of value, ties by position: every row has a rank
 * of its own, from 1, and comparing ranks replaces comparing values.
 *
 * <p>A radix sort on the bits of {@code (float) (value - pivot)}. Both roundings keep the order,
 * and around a pivot that is a typical value they are so fine that different values rarely share a
 * key, whatever their level and whatever the outliers. An insertion sort puts right what still
 * does. Where that is too much, say with two levels and little noise, all bits of the values are
 * sorted. Cost: O(n) for any data. Memory: 36 bytes per row.
 *
 * <p>Values must not be NaN; infinities are ordinary and zeros of both signs equal.
 */
final class RankedRows {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 3;
  private static final int RADIX = 1 << DIGIT_BITS;

  /** More moves in the insertion sort cost more than sorting all bits. */
  private static final int MAX_MOVES_PER_ROW = 8;

  /** Lists this short are sorted by insertion alone: the counters of a digit are longer. */
  private static final int SHORT = 64;

  /** New rows per row of history: more would make the window's bits sparse, fewer sort more. */
  private static final int PIECE_PER_WINDOW = 4;

  private static final int MIN_PIECE = 2048;

  /** Longer pieces only where the window itself is longer: memory counts for more. */
  private static final int LONG_PIECE = 1 << 19;

  private final int[] starts = new int[DIGITS * RADIX];
  private int size;
  private double[] piece = new double[0];
  private int[] keys = new int[0];
  private int[] otherKeys = new int[0];
  private int[] positions = new int[0];
  private int[] otherPositions = new int[0];
  private int[] ranks = new int[0];
  private double[] values = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};

  /** How many rows to rank at once besides those in the window, if there are as many. */
  static int newRows(int history) {
    int length = Math.max(history, Math.min(PIECE_PER_WINDOW * history, LONG_PIECE));
    return Math.max(length, MIN_PIECE);
  }

  /**
   * Ranks the elements {@code from} to {@code to - 1} of {@code rows}.
   *
   * @param valueOfRow by row number
   */
  void rank(double[] valueOfRow, int[] rows, int from, int to) {
    size = to - from;
    if (size > ranks.length) {
      allocate(Math.max(size, ranks.length + ranks.length / 2));
    }
    for (int k = 0; k < size; k++) {
      piece[k] = valueOfRow[rows[from + k]];
      positions[k] = k;
    }
    if (size > SHORT) {
      sortCoarsely();
    }
    if (!insertInOrder()) {
      sortExactly();
      insertInOrder();
    }
    values[size + 1] = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      ranks[positions[k]] = k + 1;
    }
  }

  /** The ranks, by position in the piece. */
  int[] ranks() {
    return ranks;
  }

  /** The positions in the piece, by rank less 1. */
  int[] positions() {
    return positions;
  }

  /** The values, by rank; infinite at rank 0 and after the last rank. */
  double[] values() {
    return values;
  }

  private void allocate(int capacity) {
    piece = new double[capacity];
    keys = new int[capacity];
    otherKeys = new int[capacity];
    positions = new int[capacity];
    otherPositions = new int[capacity];
    ranks = new int[capacity];
    values = new double[capacity + 2];
    values[0] = Double.NEGATIVE_INFINITY;
  }

  private void sortCoarsely() {
    double pivot = typical(piece[0], piece[size / 2], piece[size - 1]);
    for (int k = 0; k < size; k++) {
      float distance = (float) (piece[k] - pivot);
      int bits = Float.floatToRawIntBits(distance + 0.0f);
      keys[k] = bits ^ ((bits >> 31) | Integer.MIN_VALUE);
    }
    sortByKey();
  }

  /** The median of three values, so that it is hardly ever an outlier; finite. */
  private static double typical(double first, double middle, double last) {
    double median = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
    return Double.isInfinite(median) ? 0.0 : median;
  }

  /** Sorts by the lower, then by the upper half of all bits, with negative values turned round. */
  private void sortExactly() {
    for (int half = 0; half < 2; half++) {
      for (int k = 0; k < size; k++) {
        long bits = Double.doubleToRawLongBits(piece[positions[k]] + 0.0);
        long ordered = bits ^ ((bits >> 63) | Long.MIN_VALUE);
        keys[k] = (int) (half == 0 ? ordered : ordered >>> 32);
      }
      sortByKey();
    }
  }

  /** Sorts positions by unsigned keys; stable. */
  private void sortByKey() {
    Arrays.fill(starts, 0);
    for (int k = 0; k < size; k++) {
      int key = keys[k];
      starts[key & (RADIX - 1)]++;
      starts[RADIX + ((key >>> DIGIT_BITS) & (RADIX - 1))]++;
      starts[2 * RADIX + (key >>> (2 * DIGIT_BITS))]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      sortByDigit(digit * DIGIT_BITS, digit * RADIX);
    }
  }

  private void sortByDigit(int shift, int base) {
    int start = 0;
    for (int d = base; d < base + RADIX; d++) {
      int count = starts[d];
      starts[d] = start;
      start += count;
    }
    for (int k = 0; k < size; k++) {
      int key = keys[k];
      int to = starts[base + ((key >>> shift) & (RADIX - 1))]++;
      otherKeys[to] = key;
      otherPositions[to] = positions[k];
    }
    int[] sortedKeys = otherKeys;
    otherKeys = keys;
    keys = sortedKeys;
    int[] sortedPositions = otherPositions;
    otherPositions = positions;
    positions = sortedPositions;
  }

  /** Collects the values, each put in its place; gives up when that takes too many moves. */
  private boolean insertInOrder() {
    int budget = MAX_MOVES_PER_ROW * size + SHORT * SHORT;
    for (int k = 0; k < size && budget >= 0; k++) {
      int position = positions[k];
      double value = piece[position];
      int at = k;
      while (values[at] > value) {
        values[at + 1] = values[at];
        positions[at] = positions[at - 1];
        at--;
      }
      values[at + 1] = value;
      positions[at] = position;
      budget -= k - at;
    }
    return budget >= 0;
  }
}
