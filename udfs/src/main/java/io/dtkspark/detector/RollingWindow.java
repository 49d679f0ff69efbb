package io.dtkspark.detector;

import io.dtkspark.rolling.RollingStatistics;

/** A list of rows, the window that slides over it, and the statistics of that window. */
final class RollingWindow {

  private final RollingStatistics statistics;
  private int[] rows = new int[0];
  private int oldest;
  private int next;
  private int end;

  RollingWindow(RollingStatistics statistics) {
    this.statistics = statistics;
  }

  /** Starts over before element {@code from} of {@code rowList}; see {@link RollingStatistics}. */
  void begin(double[] values, int[] rowList, int from, int to) {
    rows = rowList;
    oldest = from;
    next = from;
    end = to;
    statistics.begin(values, rowList, from, to);
  }

  boolean hasNext() {
    return next < end;
  }

  /** The row in hand: the first one that has not entered the window. */
  int row() {
    return rows[next];
  }

  /**
   * Lets the rows before {@code firstRow} leave.
   *
   * @return how many rows remain
   */
  int startAt(int firstRow) {
    while (oldest < next && rows[oldest] < firstRow) {
      statistics.removeOldest();
      oldest++;
    }
    return next - oldest;
  }

  /** Describes the window, which is not empty, as seen from the row in hand. */
  void describe(double slope, double[] out) {
    statistics.describe(rows[next], slope, out);
  }

  /** The row in hand enters. */
  void enter() {
    statistics.add();
    next++;
  }
}
