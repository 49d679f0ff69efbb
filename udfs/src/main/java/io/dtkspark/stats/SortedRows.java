package io.dtkspark.stats;

import java.util.Arrays;

/**
 * The values of a sliding window in ascending order, each with the row it came from; equal values
 * run from the oldest row to the newest, the order of a stable sort.
 *
 * <p>Used where rows weigh differently. A step costs a binary search and two block moves. Values
 * must not be NaN; infinities are ordinary.
 */
public final class SortedRows {

  private double[] values = new double[64];
  private int[] rows = new int[64];
  private int size;

  public int size() {
    return size;
  }

  /** The sorted values; only the first {@link #size()} count. Valid until the next change. */
  public double[] values() {
    return values;
  }

  /** The rows of {@link #values()}. */
  public int[] rows() {
    return rows;
  }

  public void clear() {
    size = 0;
  }

  /** Adds a row newer than all others. */
  public void addNewest(int row, double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
    }
    int at = SortedSearch.firstAbove(values, size, value);
    System.arraycopy(values, at, values, at + 1, size - at);
    System.arraycopy(rows, at, rows, at + 1, size - at);
    values[at] = value;
    rows[at] = row;
    size++;
  }

  /** Removes the oldest row of all, whose value is {@code value}. */
  public void removeOldest(double value) {
    int at = SortedSearch.firstAtLeast(values, size, value);
    size--;
    System.arraycopy(values, at + 1, values, at, size - at);
    System.arraycopy(rows, at + 1, rows, at, size - at);
  }
}
