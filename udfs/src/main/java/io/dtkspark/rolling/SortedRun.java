package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;

/**
 * Consecutive rows of a list in the order of keys that stand in for their projected values.
 *
 * <p>A key is the value projected to the middle of the run along a reference slope, and stays what
 * it is while the projection turns:
 *
 * <pre>{@code
 * projected(r) = v + slope * (row - r)
 * key(r)       = v + reference * (middle - r)
 * projected(r) = key(r) + shift + (slope - reference) * (middle - r),  shift = slope * (row - middle)
 * }</pre>
 *
 * <p>So a key plus the shift is off by at most the {@linkplain #error error}: what the slope has
 * changed times half the length of the run, and rounding. The longer the run, the fewer of them and
 * the larger the error.
 */
final class SortedRun {

  /** More than the relative rounding errors of all formulas that keys and bounds go through. */
  private static final double ROUNDING = 0x1p-48;

  /** Places that searches start from are kept for this many bounds. */
  private static final int PLACES = 3;

  /** Steps before a search starts to bisect. */
  private static final int STEPS = 8;

  private static final int NONE = -1;

  private final int size;
  private final double[] keys;
  private final int[] rows;
  private final double[] high;
  private final double[] low;
  private final int[] places = new int[PLACES];
  private int start = NONE;
  private double middle;
  private double half;
  private double reference;
  private double shift;
  private double spread;
  private double magnitude;
  private double misses;

  /**
   * @param weighted whether sums of weights are wanted
   */
  SortedRun(int size, boolean weighted) {
    this.size = size;
    keys = new double[size];
    rows = new int[size];
    high = new double[weighted ? size + 1 : 0];
    low = new double[weighted ? size + 1 : 0];
  }

  /** Takes rows of a list, in any order. */
  void load(int[] list, int newStart) {
    start = newStart;
    System.arraycopy(list, start, rows, 0, size);
    half = (list[start + size - 1] - list[start]) / 2.0;
    middle = list[start] + half;
    for (int place = 0; place < PLACES; place++) {
      places[place] = size / 2;
    }
  }

  /** Sorts by keys of another reference slope. */
  void sort(double[] values, double newReference, RowSort rowSort) {
    reference = newReference;
    misses = 0;
    for (int k = 0; k < size; k++) {
      keys[k] = values[rows[k]] + reference * (middle - rows[k]);
    }
    rowSort.sort(keys, rows, size);
  }

  /** Sums the weights in the order of the keys. */
  void sum(RowWeights weights, WeightSum sum) {
    sum.clear();
    for (int k = 0; k < size; k++) {
      sum.add(weights.high(rows[k]), weights.low(rows[k]));
      high[k + 1] = sum.high;
      low[k + 1] = sum.low;
    }
  }

  /** Turns to where the projection looks from. */
  void turn(Projection projection) {
    double slope = projection.slope();
    double distance = projection.row() - middle;
    shift = slope * distance;
    spread = Math.abs(slope - reference) * half;
    magnitude = (Math.abs(slope) + Math.abs(reference)) * (2 * distance + half);
  }

  /** Makes the run one that starts nowhere. */
  void forget() {
    start = NONE;
  }

  int size() {
    return size;
  }

  /** The element of the list that the run starts at, negative if there is none. */
  int start() {
    return start;
  }

  double[] keys() {
    return keys;
  }

  /** Rows of {@link #keys()}. */
  int[] rows() {
    return rows;
  }

  /** What to add to a key to get near the projected value. */
  double shift() {
    return shift;
  }

  /** The part of the error that comes from the change of the slope. */
  double spread() {
    return spread;
  }

  /** How far projected values near a bound may be from their shifted keys. */
  double error(double bound) {
    return spread + ROUNDING * (magnitude + Math.abs(bound));
  }

  /** Adds the weight of the rows {@code [from, to)} in the order of keys. */
  void addTo(WeightSum sum, int from, int to) {
    sum.add(high[to], low[to]);
    sum.add(-high[from], -low[from]);
  }

  /** The weight of the rows {@code [from, to)}, rounded. */
  double weight(int from, int to, double scale) {
    return (high[to] - high[from]) + scale * (low[to] - low[from]);
  }

  /** Rows that were looked at in vain since the run was sorted. */
  double misses() {
    return misses;
  }

  void miss(double rows) {
    misses += rows;
  }

  /** Index of the first key that is at least {@code bound}, found from where it was last time. */
  int seek(int place, double bound) {
    int at = places[place];
    int least = Math.max(at - STEPS, 0);
    while (at > least && keys[at - 1] >= bound) {
      at--;
    }
    int most = Math.min(at + STEPS, size);
    while (at < most && keys[at] < bound) {
      at++;
    }
    if (at < size && keys[at] < bound) {
      at = bisect(at + 1, size, bound);
    } else if (at > 0 && keys[at - 1] >= bound) {
      at = bisect(0, at, bound);
    }
    places[place] = at;
    return at;
  }

  /** Index of the first key from {@code first} on that is at least {@code bound}. */
  int bisect(int first, int end, double bound) {
    int base = first;
    int length = end - first;
    while (length > 1) {
      int half = length >>> 1;
      base = keys[base + half - 1] < bound ? base + half : base;
      length -= half;
    }
    return length == 1 && keys[base] < bound ? base + 1 : base;
  }
}
