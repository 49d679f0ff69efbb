package io.dtkspark.detector;

/**
 * The rows of a pass that have a value, and where the window of each begins. A pass is a run of
 * batches over which the window slides without a break.
 */
final class WindowRows {

  private int[] rows = new int[0];
  private int[] windowFrom = new int[0];
  private int size;

  /** Forgets all rows and makes room for rows below {@code to}. */
  void begin(int to) {
    size = 0;
    if (windowFrom.length < to) {
      rows = new int[to + to / 2];
      windowFrom = new int[to + to / 2];
    }
  }

  /**
   * Adds rows {@code from} to {@code to - 1}, as far as they have a value.
   *
   * @param firstUsable the first row they may look at; rows before it count as missing
   */
  void add(double[] values, int from, int to, int firstUsable, int windowSize) {
    for (int row = Math.max(from, firstUsable); row < to; row++) {
      if (!Double.isNaN(values[row])) {
        rows[size++] = row;
        windowFrom[row] = Math.max(firstUsable, row - windowSize);
      }
    }
  }

  /** Row numbers, ascending; the first {@link #size} elements count. */
  int[] rows() {
    return rows;
  }

  int size() {
    return size;
  }

  /** The first row that the window of {@code row}, a row of the list, may hold. */
  int windowFrom(int row) {
    return windowFrom[row];
  }
}
