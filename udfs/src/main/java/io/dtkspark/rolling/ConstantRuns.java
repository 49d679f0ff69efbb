package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * Knows how long the newest value has lasted, and remembers the rounded means of windows that hold
 * nothing else.
 *
 * <p>Such a mean is the value up to rounding, and rounding depends on the value, the number of rows
 * and their weights alone. Weights repeat when rows are evenly spaced. So during a long stretch of
 * one value the mean is computed once per size of the window.
 */
final class ConstantRuns {

  private static final int SLOTS = 32;

  private final boolean equalWeights;
  private final double[] constants = new double[SLOTS];
  private final double[] means = new double[SLOTS];
  private final int[] sizes = new int[SLOTS];
  private final int[] steps = new int[SLOTS];
  private final int[] ages = new int[SLOTS];

  private double halfLife = Double.NaN;
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int end;
  private double value = Double.NaN;
  private int valueSince;
  private int step = 1;
  private int stepSince;

  ConstantRuns(boolean equalWeights) {
    this.equalWeights = equalWeights;
  }

  /** Starts over before the element {@code from} of another list. */
  void begin(double[] newValues, int[] newRows, int from, double newHalfLife) {
    values = newValues;
    rows = newRows;
    end = from;
    value = Double.NaN;
    step = 1;
    stepSince = 0;
    if (Double.compare(halfLife, newHalfLife) != 0) {
      halfLife = newHalfLife;
      Arrays.fill(sizes, 0);
    }
  }

  /**
   * Whether the window holds one value in evenly spaced rows, as far as it counts.
   *
   * @param head where the window begins in the list
   * @param tail the element after it
   * @param reach rows further than this before the newest one do not count
   */
  boolean fill(int head, int tail, double reach) {
    if (end < head) {
      end = head;
      value = Double.NaN;
    }
    for (; end < tail; end++) {
      look(end);
    }
    double from = Math.max(head, tail - 1 - Math.floor(reach / step));
    return valueSince <= from && stepSince <= from;
  }

  private void look(int i) {
    double newValue = values[rows[i]];
    if (newValue != value) {
      value = newValue;
      valueSince = i;
    }
    int newStep = equalWeights || i == 0 ? 1 : rows[i] - rows[i - 1];
    if (newStep != step) {
      step = newStep;
      stepSince = i - 1;
    }
  }

  /** The mean of a window filled by the newest value; NaN when it is not known. */
  double mean(int size, int newestAge) {
    int slot = size % SLOTS;
    boolean known =
        sizes[slot] == size
            && constants[slot] == value
            && (equalWeights || (steps[slot] == step && ages[slot] == newestAge));
    return known ? means[slot] : Double.NaN;
  }

  /** Keeps the mean of the window that was asked about last. */
  void remember(int size, int newestAge, double mean) {
    int slot = size % SLOTS;
    sizes[slot] = size;
    constants[slot] = value;
    steps[slot] = step;
    ages[slot] = newestAge;
    means[slot] = mean;
  }
}
