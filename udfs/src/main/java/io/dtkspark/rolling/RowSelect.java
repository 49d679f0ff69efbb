package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;

/**
 * Sorts as many of some rows as it takes to tell a quantile: those around it.
 *
 * <p>Values are cut again and again, on the side where the quantile is, until few are left. Most of
 * the time they are spread evenly between known bounds, so the cuts are guessed from the share of
 * the weight; where a value falls is a matter of chance, so no branch depends on it. Cost: about
 * O(n); O(n log n) for values that are anything but evenly spread.
 */
final class RowSelect {

  /** So many rows are sorted without further ado. */
  private static final int FEW = 24;

  /** Cuts before all rows are sorted instead, and those that are guessed. */
  private static final int CUTS = 12;

  private static final int GUESSES = 4;

  /** Rows on either side of a quantile that have a say. */
  private static final int NEIGHBOURS = 3;

  private final RowWeights weights;
  private final RowSort rowSort = new RowSort();
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int size;
  private int from;
  private int to;

  RowSelect(RowWeights weights) {
    this.weights = weights;
  }

  /** First of the sorted rows; the rows before it are not after it. */
  int from() {
    return from;
  }

  /** The row after the sorted ones; it and those after it are not before them. */
  int to() {
    return to;
  }

  /**
   * Reorders the rows so that those around a quantile are sorted by value, equal values by row.
   *
   * @param newSize number of values and rows
   * @param low not above any value
   * @param high not below any value
   * @param target the weight below the quantile
   * @param total the weight of all
   */
  void sortAround(
      double[] newValues,
      int[] newRows,
      int newSize,
      double low,
      double high,
      double target,
      double total,
      double scale) {
    values = newValues;
    rows = newRows;
    size = newSize;
    from = 0;
    to = size;
    if (size > FEW && high - low < Double.POSITIVE_INFINITY) {
      cut(low, high, target, total, scale);
    }
    if (to - from > FEW) {
      rowSort.sort(values, rows, size);
      from = 0;
      to = size;
      return;
    }
    for (int k = 0; k < NEIGHBOURS; k++) {
      pullGreatestBefore();
      pullLeastAfter();
    }
    sort();
  }

  private void cut(double low, double high, double target, double total, double scale) {
    double least = low;
    double most = high;
    double left = target;
    double segment = total;
    for (int cut = 0; to - from > FEW && cut < CUTS; cut++) {
      double pivot = least + (most - least) * place(left / segment, cut);
      int middle = partition(pivot);
      double weight = weight(from, middle, scale);
      if (left < weight) {
        to = middle;
        most = pivot;
        segment = weight;
      } else {
        from = middle;
        least = pivot;
        left -= weight;
        segment -= weight;
      }
    }
  }

  /**
   * Where to cut between the bounds: first a little above where the quantile should be, then a
   * little below; when that does not help, in the middle.
   */
  private double place(double expected, int cut) {
    double margin = (2 + Math.sqrt(to - from)) / (to - from);
    double place = (cut & 1) == 0 ? expected + margin : expected - margin;
    return cut < GUESSES && place > 0 && place < 1 ? place : 0.5;
  }

  /** Moves the values below a pivot to the front (Lomuto's partition). */
  private int partition(double pivot) {
    int middle = from;
    for (int k = from; k < to; k++) {
      double value = values[k];
      int row = rows[k];
      values[k] = values[middle];
      rows[k] = rows[middle];
      values[middle] = value;
      rows[middle] = row;
      middle += value < pivot ? 1 : 0;
    }
    return middle;
  }

  private double weight(int first, int end, double scale) {
    if (weights.isUniform()) {
      return end - first;
    }
    double weight = 0;
    for (int k = first; k < end; k++) {
      weight += weights.high(rows[k]) + scale * weights.low(rows[k]);
    }
    return weight;
  }

  private void pullGreatestBefore() {
    if (from > 0) {
      int best = 0;
      for (int k = 1; k < from; k++) {
        best = isBefore(values[best], rows[best], values[k], rows[k]) ? k : best;
      }
      from--;
      swap(best, from);
    }
  }

  private void pullLeastAfter() {
    if (to < size) {
      int best = to;
      for (int k = to + 1; k < size; k++) {
        best = isBefore(values[k], rows[k], values[best], rows[best]) ? k : best;
      }
      swap(best, to);
      to++;
    }
  }

  private void swap(int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
    int row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  private void sort() {
    for (int i = from + 1; i < to; i++) {
      double value = values[i];
      int row = rows[i];
      int at = i;
      while (at > from && isBefore(value, row, values[at - 1], rows[at - 1])) {
        values[at] = values[at - 1];
        rows[at] = rows[at - 1];
        at--;
      }
      values[at] = value;
      rows[at] = row;
    }
  }

  private static boolean isBefore(double value, int row, double otherValue, int otherRow) {
    return value < otherValue || (value == otherValue && row < otherRow);
  }
}
