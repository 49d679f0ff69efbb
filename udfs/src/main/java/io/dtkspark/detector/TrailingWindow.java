package io.dtkspark.detector;

import io.dtkspark.stats.SortedRows;

/**
 * The valid rows before the current one, oldest first, in one contiguous piece of an array.
 *
 * <p>Rows without a value never enter. On request the same rows are also kept in value order.
 */
final class TrailingWindow {

  private final SortedRows byValue;
  private int[] rows = new int[256];
  private double[] values = new double[256];
  private int head;
  private int tail;
  private double[] seriesValues = new double[0];
  private int[] list = new int[0];
  private int next;

  /**
   * @param keepsOrder whether {@link #byValue()} is wanted
   */
  TrailingWindow(boolean keepsOrder) {
    byValue = keepsOrder ? new SortedRows() : null;
  }

  int size() {
    return tail - head;
  }

  /** Row numbers; the window is {@code [from(), from() + size())}. */
  int[] rows() {
    return rows;
  }

  /** Values of {@link #rows()}. */
  double[] values() {
    return values;
  }

  int from() {
    return head;
  }

  /** The {@code k}-th oldest row. */
  int row(int k) {
    return rows[head + k];
  }

  /** The same rows in value order. */
  SortedRows byValue() {
    return byValue;
  }

  /** Starts over before element {@code from} of a list of rows. */
  void begin(double[] valueOfRow, int[] rowList, int from) {
    seriesValues = valueOfRow;
    list = rowList;
    next = from;
    head = 0;
    tail = 0;
    if (byValue != null) {
      byValue.clear();
    }
  }

  void removeOldest() {
    if (byValue != null) {
      byValue.removeOldest(values[head]);
    }
    head++;
  }

  void addNext() {
    int row = list[next++];
    double value = seriesValues[row];
    if (tail == rows.length) {
      makeRoom();
    }
    rows[tail] = row;
    values[tail] = value;
    tail++;
    if (byValue != null) {
      byValue.addNewest(row, value);
    }
  }

  /** Moves the window to the front, into larger arrays when it fills more than half of them. */
  private void makeRoom() {
    int size = tail - head;
    int capacity = size > rows.length / 2 ? 2 * rows.length : rows.length;
    int[] oldRows = rows;
    double[] oldValues = values;
    if (capacity > rows.length) {
      rows = new int[capacity];
      values = new double[capacity];
    }
    System.arraycopy(oldRows, head, rows, 0, size);
    System.arraycopy(oldValues, head, values, 0, size);
    head = 0;
    tail = size;
  }
}
