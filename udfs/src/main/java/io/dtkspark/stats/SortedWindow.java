package io.dtkspark.stats;

import java.util.Arrays;

/**
 * The values of a sliding window in ascending order, all with the same weight.
 *
 * <p>A plain sorted array: a step costs two binary searches and one block move, a median nothing
 * and a median deviation a step or two from where the last one was found. Up to windows of a few
 * thousand values no tree is faster.
 *
 * <p>Values must not be NaN; infinities are ordinary. Equal values stay in the order of their
 * arrival and the oldest one leaves first, which only shows in the sign of zeros.
 */
public final class SortedWindow {

  private static final double[] EMPTY = new double[0];

  /** A run of nearest values is looked for this near to the last one before bisecting. */
  private static final int WALK = 8;

  private double[] values = EMPTY;
  private int size;
  private int lastStart;

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** Adds a value. */
  public void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size + 8);
    }
    int at = firstAbove(value);
    System.arraycopy(values, at, values, at + 1, size - at);
    values[at] = value;
    size++;
  }

  /** Removes the oldest value equal to {@code value}, which must be present. */
  public void remove(double value) {
    int at = firstAtLeast(value);
    size--;
    System.arraycopy(values, at + 1, values, at, size - at);
  }

  /** {@link #remove} and then {@link #add}, moving only the values between the two. */
  public void replace(double oldest, double newest) {
    int from = firstAtLeast(oldest);
    int to = firstAbove(newest);
    if (from < to) {
      System.arraycopy(values, from + 1, values, from, to - 1 - from);
      values[to - 1] = newest;
    } else {
      System.arraycopy(values, to, values, to + 1, from - to);
      values[to] = newest;
    }
  }

  /** The quantile of {@code rank}; the window must not be empty. */
  public double quantile(HazenRank rank) {
    rank.resize(size);
    int k = rank.rank();
    return rank.isExact() ? values[k] : rank.between(values[k], values[k + 1]);
  }

  /**
   * The quantile of the absolute deviations from {@code center}, itself a quantile of this window.
   *
   * <p>The K nearest values form a run of the sorted array. Its farther end is the K-th deviation,
   * the nearer value beside it the next one. Among equally near values any run will do.
   */
  public double deviationQuantile(double center, HazenRank rank) {
    rank.resize(size);
    int nearest = rank.rank() + 1;
    if (Double.isInfinite(center) || Double.isNaN(center)) {
      return deviationFromInfinity(center, rank);
    }
    int start = startOfNearest(center, nearest);
    lastStart = start;
    int end = start + nearest;
    double inner = Math.max(center - values[start], values[end - 1] - center);
    if (rank.isExact()) {
      return inner;
    }
    double left = start > 0 ? center - values[start - 1] : Double.POSITIVE_INFINITY;
    double right = end < size ? values[end] - center : Double.POSITIVE_INFINITY;
    return rank.between(inner, Math.min(left, right));
  }

  /** Found from where the last run was, or by bisection when that is far off. */
  private int startOfNearest(double center, int nearest) {
    int start = Math.min(lastStart, size - nearest);
    int steps = 0;
    while (steps < WALK && isTooLow(start, center, nearest)) {
      start++;
      steps++;
    }
    while (steps < WALK && start > 0 && isTooHigh(start, center, nearest)) {
      start--;
      steps++;
    }
    return steps < WALK ? start : bisectStartOfNearest(center, nearest);
  }

  private int bisectStartOfNearest(double center, int nearest) {
    int low = 0;
    int high = size - nearest;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isTooLow(middle, center, nearest)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the value after a run is nearer than its first value; once false, false further up. */
  private boolean isTooLow(int start, double center, int nearest) {
    int after = start + nearest;
    return after < size && center - values[start] > values[after] - center;
  }

  /** Whether the value before a run is nearer than its last value. */
  private boolean isTooHigh(int start, double center, int nearest) {
    return center - values[start - 1] < values[start + nearest - 1] - center;
  }

  /**
   * Deviations from an infinite centre are infinite, those of the equal infinity are NaN and sort
   * last, as in numpy. From a NaN centre all are NaN.
   */
  private double deviationFromInfinity(double center, HazenRank rank) {
    int defined = Double.isNaN(center) ? 0 : size - (firstAbove(center) - firstAtLeast(center));
    double inner = rank.rank() < defined ? Double.POSITIVE_INFINITY : Double.NaN;
    if (rank.isExact()) {
      return inner;
    }
    double outer = rank.rank() + 1 < defined ? Double.POSITIVE_INFINITY : Double.NaN;
    return rank.between(inner, outer);
  }

  private int firstAtLeast(double value) {
    return SortedSearch.firstAtLeast(values, size, value);
  }

  private int firstAbove(double value) {
    return SortedSearch.firstAbove(values, size, value);
  }
}
