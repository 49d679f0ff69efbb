package io.dtkspark.stats;

/**
 * Sorts rows by a key, ties by row, NaN keys last: the order of numpy's stable {@code argsort} when
 * rows are numbered by position.
 *
 * <p>Made for input that is nearly sorted already: an insertion sort, and a bottom-up merge sort
 * once the insertion sort has moved more than a few elements per row. Mutates the first {@code
 * size} elements of both arrays. Cost: O(n) to O(n log n).
 */
public final class RowSort {

  private static final int MOVES_PER_ROW = 12;

  private double[] otherKeys = new double[0];
  private int[] otherRows = new int[0];

  public void sort(double[] keys, int[] rows, int size) {
    if (!insertionSort(keys, rows, size)) {
      mergeSort(keys, rows, size);
    }
  }

  private static boolean insertionSort(double[] keys, int[] rows, int size) {
    int budget = MOVES_PER_ROW * size;
    for (int i = 1; i < size; i++) {
      double key = keys[i];
      int row = rows[i];
      int at = i;
      while (at > 0 && isAfter(keys[at - 1], rows[at - 1], key, row)) {
        keys[at] = keys[at - 1];
        rows[at] = rows[at - 1];
        at--;
      }
      keys[at] = key;
      rows[at] = row;
      budget -= i - at;
      if (budget < 0) {
        return false;
      }
    }
    return true;
  }

  private void mergeSort(double[] keys, int[] rows, int size) {
    if (otherKeys.length < size) {
      otherKeys = new double[2 * size];
      otherRows = new int[2 * size];
    }
    double[] sourceKeys = keys;
    int[] sourceRows = rows;
    double[] targetKeys = otherKeys;
    int[] targetRows = otherRows;
    for (int run = 1; run < size; run *= 2) {
      for (int from = 0; from < size; from += 2 * run) {
        int middle = Math.min(from + run, size);
        int to = Math.min(middle + run, size);
        merge(sourceKeys, sourceRows, from, middle, to, targetKeys, targetRows);
      }
      double[] swapKeys = sourceKeys;
      sourceKeys = targetKeys;
      targetKeys = swapKeys;
      int[] swapRows = sourceRows;
      sourceRows = targetRows;
      targetRows = swapRows;
    }
    if (sourceKeys != keys) {
      System.arraycopy(sourceKeys, 0, keys, 0, size);
      System.arraycopy(sourceRows, 0, rows, 0, size);
    }
  }

  private static void merge(
      double[] keys, int[] rows, int from, int middle, int to, double[] outKeys, int[] outRows) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight =
          left == middle
              || (right < to && isAfter(keys[left], rows[left], keys[right], rows[right]));
      int next = takeRight ? right++ : left++;
      outKeys[i] = keys[next];
      outRows[i] = rows[next];
    }
  }

  private static boolean isAfter(double key, int row, double otherKey, int otherRow) {
    if (key < otherKey) {
      return false;
    }
    if (key > otherKey) {
      return true;
    }
    if (key == otherKey || (Double.isNaN(key) && Double.isNaN(otherKey))) {
      return row > otherRow;
    }
    return Double.isNaN(key);
  }
}
