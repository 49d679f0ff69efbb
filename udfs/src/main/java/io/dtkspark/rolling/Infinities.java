package io.dtkspark.rolling;

/**
 * Counts the infinite values of a window that only moves forward, and only when asked: each row is
 * looked at twice at most.
 */
final class Infinities {

  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int start;
  private int end;
  private int positive;
  private int negative;

  /** Starts over before the element {@code from} of a list of rows. */
  void begin(double[] newValues, int[] newRows, int from) {
    values = newValues;
    rows = newRows;
    startAt(from);
  }

  /** Whether one of the elements {@code head} to {@code tail - 1} of the list is infinite. */
  boolean in(int head, int tail) {
    if (end < head) {
      startAt(head);
    }
    for (; end < tail; end++) {
      count(values[rows[end]], 1);
    }
    for (; start < head; start++) {
      count(values[rows[start]], -1);
    }
    return positive + negative > 0;
  }

  /**
   * The mean of the window asked about last with its values projected along a slope; there is an
   * infinite value, or the slope is not finite.
   */
  double mean(double slope) {
    boolean up = positive > 0 || slope == Double.POSITIVE_INFINITY;
    boolean down = negative > 0 || slope == Double.NEGATIVE_INFINITY;
    if (Double.isNaN(slope) || (up && down)) {
      return Double.NaN;
    }
    return up ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  private void startAt(int i) {
    start = i;
    end = i;
    positive = 0;
    negative = 0;
  }

  private void count(double value, int change) {
    if (value == Double.POSITIVE_INFINITY) {
      positive += change;
    } else if (value == Double.NEGATIVE_INFINITY) {
      negative += change;
    }
  }
}
