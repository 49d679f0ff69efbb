package io.dtkspark.stats;

/**
 * Bisection in an ascending range of an array without NaN. The steps have no unpredictable branch:
 * the comparison only picks the next base.
 */
public final class SortedSearch {

  private SortedSearch() {}

  /** Index of the first of {@code size} elements {@code >= value}, or {@code size}. */
  static int firstAtLeast(double[] values, int size, double value) {
    return firstAtLeast(values, 0, size, value);
  }

  /** Index of the first of {@code size} elements {@code > value}, or {@code size}. */
  static int firstAbove(double[] values, int size, double value) {
    return firstAbove(values, 0, size, value);
  }

  /** Index of the first element {@code >= value} from {@code from} on, or {@code to}. */
  public static int firstAtLeast(double[] values, int from, int to, double value) {
    if (from == to) {
      return from;
    }
    int base = from;
    int length = to - from;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] < value ? base + half : base;
      length -= half;
    }
    return values[base] < value ? base + 1 : base;
  }

  /** Index of the first element {@code > value} from {@code from} on, or {@code to}. */
  public static int firstAbove(double[] values, int from, int to, double value) {
    if (from == to) {
      return from;
    }
    int base = from;
    int length = to - from;
    while (length > 1) {
      int half = length >>> 1;
      base = values[base + half - 1] <= value ? base + half : base;
      length -= half;
    }
    return values[base] <= value ? base + 1 : base;
  }
}
