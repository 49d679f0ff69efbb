package io.dtkspark.autotune.search;

import java.util.Arrays;

/**
 * Hoare's selection: puts one order statistic in its place without sorting the rest. Values must
 * not be NaN. Expected cost O(n); a range that does not shrink is sorted, O(n log n) at worst.
 */
final class KthValue {

  private KthValue() {}

  /**
   * The value that is at {@code k} when the first {@code size} values are sorted, and after the
   * call is there; smaller ones are before it, larger ones behind.
   */
  static double select(double[] values, int size, int k) {
    int from = 0;
    int to = size - 1;
    int patience = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(size));
    while (from < to) {
      if (patience-- == 0) {
        Arrays.sort(values, from, to + 1);
        break;
      }
      double pivot = median(values[from], values[(from + to) >>> 1], values[to]);
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swap = values[left];
          values[left++] = values[right];
          values[right--] = swap;
        }
      }
      from = k >= left ? left : from;
      to = k <= right ? right : to;
      if (k > right && k < left) {
        break;
      }
    }
    return values[k];
  }

  /** The value after the one that {@link #select} has just put at {@code k}. */
  static double next(double[] values, int size, int k) {
    double least = values[k + 1];
    for (int i = k + 2; i < size; i++) {
      least = values[i] < least ? values[i] : least;
    }
    return least;
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
