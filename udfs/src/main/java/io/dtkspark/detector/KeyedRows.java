package io.dtkspark.detector;

import java.util.Arrays;

/** The rows of a pass by seasonality key, those of a key in ascending order. */
final class KeyedRows {

  private int[] rows = new int[0];
  private int[] start = new int[1];

  /** Sorts the rows of a list by key; a counting sort, O(rows + keys). */
  void sort(WindowRows list, int[] keyOfRow, int keyCount) {
    int size = list.size();
    if (rows.length < size) {
      rows = new int[size + size / 2];
    }
    start = start.length > keyCount + 1 ? start : new int[2 * keyCount + 2];
    Arrays.fill(start, 0);
    for (int k = 0; k < size; k++) {
      start[keyOfRow[list.rows()[k]] + 2]++;
    }
    for (int key = 2; key < keyCount + 2; key++) {
      start[key] += start[key - 1];
    }
    for (int k = 0; k < size; k++) {
      int row = list.rows()[k];
      rows[start[keyOfRow[row] + 1]++] = row;
    }
  }

  /** Row numbers; those of a key are {@code [from(key), to(key))}. */
  int[] rows() {
    return rows;
  }

  int from(int key) {
    return start[key];
  }

  int to(int key) {
    return start[key + 1];
  }
}
