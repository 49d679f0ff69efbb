package io.dtkspark.rolling;

import io.dtkspark.stats.SplitVector;

/**
 * Which rows of a series are complete: they and the {@code lags} rows just before them have finite
 * values. Rows are added one by one, as their values become final; arrays are indexed by row.
 */
public final class LaggedRows {

  private final int lags;
  private final RowPriority priority = new RowPriority();
  private double[] values = new double[0];
  private int[] finiteRun = new int[0];
  private int[] completeBefore = new int[0];
  private int first;
  private int end;

  /**
   * @param lags how many rows before a row belong to it, at least 1
   */
  public LaggedRows(int lags) {
    this.lags = lags;
  }

  public int lags() {
    return lags;
  }

  /** By row number, as given to {@link #begin}. */
  public double[] values() {
    return values;
  }

  /**
   * Starts over without a row.
   *
   * @param values by row number; {@code values[r]} is final when row {@code r} is added
   * @param epochMillis by row number
   * @param from the first row to be added
   * @param to the row after the last one
   */
  public void begin(double[] values, long[] epochMillis, int from, int to) {
    this.values = values;
    if (finiteRun.length < to) {
      finiteRun = new int[to + to / 2];
      completeBefore = new int[to + to / 2 + 1];
    }
    first = from;
    end = from;
    completeBefore[from] = 0;
    priority.prepare(epochMillis, from, to);
  }

  /** Adds the next row. */
  public void add() {
    boolean finite = Math.abs(values[end]) <= Double.MAX_VALUE;
    int before = end > first ? finiteRun[end - 1] : 0;
    finiteRun[end] = finite ? before + 1 : 0;
    completeBefore[end + 1] = completeBefore[end] + (finiteRun[end] > lags ? 1 : 0);
    end++;
  }

  /** Whether the values of the {@code lags} rows before a row are finite. */
  public boolean hasLags(int row) {
    return row > first && finiteRun[row - 1] >= lags;
  }

  public boolean isComplete(int row) {
    return finiteRun[row] > lags;
  }

  /** How many of the rows {@code from} to {@code to - 1} are complete. */
  public int completeBetween(int from, int to) {
    return completeBefore[to] - completeBefore[from];
  }

  /** The {@linkplain RowPriority priority} of a row. */
  int priority(int row) {
    return priority.of(row);
  }

  /** Writes the differences of a row's lags, oldest first, and its value to {@code reference}. */
  void gather(int row, double reference, SplitVector out) {
    for (int u = 0; u <= lags; u++) {
      out.set(u + 1, values[row - lags + u] - reference);
    }
  }
}
