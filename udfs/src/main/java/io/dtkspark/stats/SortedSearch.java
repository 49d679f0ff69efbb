package io.dtkspark.stats;

/**
 * Bisection in the first {@code size} elements of an ascending array without NaN. The steps have no
 * unpredictable branch: the comparison only picks the next base.
 */
final class SortedSearch {

  private SortedSearch() {}

  /** Index of the first element {@code >= value}, or {@code size}. */
  static int firstAtLeast(double[] values, int size, double value) {
    if (size == 0) {
      return 0;
    }
    int base = 0;
    int length = size;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] < value ? base + half : base;
      length -= half;
    }
    return values[base] < value ? base + 1 : base;
  }

  /** Index of the first element {@code > value}, or {@code size}. */
  static int firstAbove(double[] values, int size, double value) {
    if (size == 0) {
      return 0;
    }
    int base = 0;
    int length = size;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] <= value ? base + half : base;
      length -= half;
    }
    return values[base] <= value ? base + 1 : base;
  }
}
