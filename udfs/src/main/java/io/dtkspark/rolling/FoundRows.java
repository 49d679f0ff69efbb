package io.dtkspark.rolling;

import java.util.Arrays;

/**
 * Rows whose projected values, or the deviations of those from a centre, lie between two bounds,
 * and the weight of the rows below.
 *
 * <p>Rows are collected from lists and from {@linkplain SortedRun sorted runs}; {@link #sortAround}
 * then sorts as many of them as is needed to tell a quantile.
 */
final class FoundRows {

  private final Projection projection;
  private final RowWeights weights;
  private final RowSelect select;
  private final WeightSum below = new WeightSum();
  private double[] values = new double[32];
  private int[] rows = new int[32];
  private int[] passed = new int[32];
  private int size;
  private int countBelow;
  private int countAbove;
  private boolean folded;
  private double center;
  private double low;
  private double high;

  FoundRows(Projection projection, RowWeights weights) {
    this.projection = projection;
    this.weights = weights;
    select = new RowSelect(weights);
  }

  /**
   * Starts over: looks for projected values from {@code newLow} to {@code newHigh}.
   *
   * @param newCenter if not NaN, looks for deviations from it instead
   */
  void begin(double newLow, double newHigh, double newCenter) {
    low = newLow;
    high = newHigh;
    center = newCenter;
    folded = !Double.isNaN(newCenter);
    size = 0;
    countBelow = 0;
    countAbove = 0;
    below.clear();
  }

  /** Counts the rows {@code [from, to)} of a run as below the bounds. */
  void skipBelow(SortedRun run, int from, int to) {
    countBelow += to - from;
    if (!weights.isUniform() && to > from) {
      run.addTo(below, from, to);
    }
  }

  /** Counts rows as above the bounds. */
  void skipAbove(int count) {
    countAbove += count;
  }

  /**
   * Looks at the rows of a run from the index {@code from} on whose keys are at most {@code bound}.
   *
   * @return where they end
   */
  int look(SortedRun run, int from, double bound) {
    double[] keys = run.keys();
    int to = from;
    while (to < keys.length && keys[to] <= bound) {
      to++;
    }
    look(run.rows(), from, to);
    return to;
  }

  /**
   * Looks at the rows {@code [from, to)} of a list. Where a row falls is a matter of chance, so no
   * branch depends on it.
   */
  void look(int[] list, int from, int to) {
    reserve(size + to - from + 1);
    double[] series = projection.values();
    double slope = projection.slope();
    int row = projection.row();
    int n = size;
    int less = 0;
    for (int k = from; k < to; k++) {
      int r = list[k];
      double value = series[r] + slope * (row - r);
      value = folded ? Math.abs(value - center) : value;
      values[n] = value;
      rows[n] = r;
      passed[less] = r;
      int isLess = value < low ? 1 : 0;
      int isMore = value > high ? 1 : 0;
      less += isLess;
      n += 1 - isLess - isMore;
    }
    countBelow += less;
    countAbove += to - from - less - (n - size);
    size = n;
    if (!weights.isUniform()) {
      addToBelow(passed, less);
    }
  }

  private void reserve(int needed) {
    if (needed > values.length) {
      values = Arrays.copyOf(values, 2 * needed);
      rows = Arrays.copyOf(rows, 2 * needed);
      passed = new int[2 * needed];
    }
  }

  /** {@link WeightSum#add} of many rows, with the sums in locals. */
  private void addToBelow(int[] list, int count) {
    double sum = below.high;
    double rest = below.low;
    for (int k = 0; k < count; k++) {
      double weight = weights.high(list[k]);
      double next = sum + weight;
      double part = next - sum;
      rest += ((sum - (next - part)) + (weight - part)) + weights.low(list[k]);
      sum = next;
    }
    below.high = sum;
    below.low = rest;
  }

  /** How many rows lie between the bounds. */
  int size() {
    return size;
  }

  int countBelow() {
    return countBelow;
  }

  int countAbove() {
    return countAbove;
  }

  boolean isFolded() {
    return folded;
  }

  double center() {
    return center;
  }

  /** The weight of the rows below the bounds; after sorting, of all before the sorted ones. */
  WeightSum below() {
    return below;
  }

  /** The weight between the bounds, rounded. */
  double weight(double scale) {
    double weight = 0;
    for (int k = 0; k < size; k++) {
      weight += weights.high(rows[k]) + scale * weights.low(rows[k]);
    }
    return weight;
  }

  /**
   * Sorts the rows around a quantile.
   *
   * @param target the weight below the quantile, less that below the bounds
   * @param total the weight between the bounds
   */
  void sortAround(double target, double total, double scale) {
    select.sortAround(values, rows, size, low, high, target, total, scale);
    if (!weights.isUniform()) {
      addToBelow(rows, select.from());
    }
  }

  /** Values or deviations; sorted from {@link #sortedFrom} on. */
  double[] values() {
    return values;
  }

  /** Rows of {@link #values()}. */
  int[] rows() {
    return rows;
  }

  int sortedFrom() {
    return select.from();
  }

  int sortedTo() {
    return select.to();
  }
}
