package io.dtkspark.rolling;

import io.dtkspark.stats.Deviations;
import io.dtkspark.stats.Interpolation;
import io.dtkspark.stats.RowSort;
import java.util.Arrays;

/**
 * Weighted order statistics with short half-lives in the original's order of summation, from the
 * few rows that can change a bit of a sum.
 *
 * <p>A row 150 half-lives older than the newest weighs less than the last bit of the last bit of
 * the last bit of a sum: sums do not notice it, be it that it comes late and is absorbed or early
 * and is lost to rounding. Old rows remain neighbours that a quantile is interpolated from, and
 * they take places in the order, which decides how the original's pairwise sum groups the others.
 * Both are looked up for the recent rows only, so the cost depends on the half-life, not on the
 * window. Among equals the recent rows are the last ones.
 */
final class RecentOrder {

  private static final double HALF_LIVES = 150.0;

  /** A recent row costs about as much as this many rows of {@link ExactOrder}. */
  private static final double COST = 6.0;

  private final OrderStatistic statistic;
  private final SortedRows sorted;
  private final WeightTable weights;
  private final RowSort rowSort = new RowSort();
  private final Deviations deviations = new Deviations();
  private final RankSearch lower;
  private final RankSearch upper;
  private final SparseSum sparseSum = new SparseSum();
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int size;
  private int newest;

  /** Elements of the list by age before the newest. */
  private int[] elements = new int[0];

  private double[] valueOfRow = new double[0];
  private double[] recentWeights = new double[0];
  private int[] ranks = new int[0];

  /** The order at hand: of values, or of deviations from the centre. */
  private boolean ofDeviations;

  private double center;

  RecentOrder(OrderStatistic statistic, SortedRows sorted, WeightTable weights) {
    this.statistic = statistic;
    this.sorted = sorted;
    this.weights = weights;
    lower = sorted.newRankSearch();
    upper = sorted.newRankSearch();
  }

  /** Forgets the rows of the last list. */
  void begin() {
    size = 0;
    newest = -1;
  }

  /** Whether this is cheaper than to sum all rows. */
  boolean isWorthwhile() {
    return weights.kind() == WindowWeights.Kind.EXPONENTIAL
        && COST * HALF_LIVES * weights.halfLife() < sorted.size();
  }

  /**
   * Describes a window.
   *
   * @param allValues by row number
   * @param allRows rows of the list, of which {@code from} to {@code to - 1} are in the window
   */
  void describe(double[] allValues, int[] allRows, int from, int to, int row, double[] out) {
    gather(allValues, allRows, from, to);
    if (statistic == OrderStatistic.QUARTILES) {
      out[0] = ofValues(0.25, row);
      out[1] = ofValues(0.75, row);
      out[2] = out[1] - out[0];
      return;
    }
    out[0] = ofValues(0.5, row);
    if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      boolean finite = Math.abs(out[0]) < Double.POSITIVE_INFINITY;
      out[1] = finite ? ofDeviations(out[0], row) : Double.NaN;
    }
  }

  /** Keeps the recent rows sorted by value: few have come or gone since the last time. */
  private void gather(double[] allValues, int[] allRows, int from, int to) {
    int span = (int) (HALF_LIVES * weights.halfLife());
    int oldest = Math.max(allRows[to - 1] - span, allRows[from]);
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (rows[k] >= oldest) {
        values[kept] = values[k];
        rows[kept++] = rows[k];
      }
    }
    size = kept;
    int first = to;
    while (first > from && allRows[first - 1] >= oldest && allRows[first - 1] > newest) {
      first--;
    }
    makeRoom(size + to - first);
    for (int k = first; k < to; k++) {
      values[size] = allValues[allRows[k]];
      rows[size++] = allRows[k];
    }
    newest = allRows[to - 1];
    valueOfRow = allValues;
    if (elements.length <= span) {
      elements = new int[span + 1];
    }
    for (int k = to - 1; k >= from && allRows[k] >= oldest; k--) {
      elements[newest - allRows[k]] = k;
    }
    rowSort.sort(values, rows, size);
    lower.count();
    upper.count();
  }

  private void makeRoom(int capacity) {
    if (rows.length < capacity) {
      values = Arrays.copyOf(values, 2 * capacity);
      rows = Arrays.copyOf(rows, 2 * capacity);
      ranks = new int[2 * capacity];
      recentWeights = new double[2 * capacity];
    }
  }

  private double ofValues(double quantile, int row) {
    ofDeviations = false;
    center = 0;
    return find(values, rows, quantile, row);
  }

  private double ofDeviations(double newCenter, int row) {
    ofDeviations = true;
    center = newCenter;
    deviations.sort(values, rows, size, center);
    return find(deviations.deviations(), deviations.rows(), 0.5, row);
  }

  /** Goes through the recent rows in order, minding the old ones before, between and after. */
  private double find(double[] keys, int[] keyRows, double quantile, int row) {
    weights.gather(keyRows, 0, size, row, recentWeights);
    rank(keys, keyRows);
    double total = sparseSum.of(recentWeights, ranks, size, sorted.size());
    double sum = 0;
    double position = 0;
    for (int k = 0; k < size; k++) {
      if (hasOldBefore(k)) {
        if (sum / total > quantile) {
          return between(quantile, position, keys[k - 1], sum / total, nextKey(keys[k - 1]));
        }
        position = sum / total;
      }
      double before = position;
      sum += recentWeights[k];
      position = (sum - 0.5 * recentWeights[k]) / total;
      if (position > quantile) {
        if (ranks[k] == 0) {
          return keys[k];
        }
        double key = hasOldBefore(k) ? keyBefore(keys[k], ranks[k]) : keys[k - 1];
        return between(quantile, before, key, position, keys[k]);
      }
    }
    double lastKey = keys[size - 1];
    if (ranks[size - 1] + 1 == sorted.size()) {
      return lastKey;
    }
    return sum / total > quantile
        ? between(quantile, position, lastKey, sum / total, nextKey(lastKey))
        : greatestKey();
  }

  /** Whether an old row comes just before this recent one. */
  private boolean hasOldBefore(int k) {
    return k == 0 ? ranks[0] > 0 : ranks[k] > ranks[k - 1] + 1;
  }

  private void rank(double[] keys, int[] keyRows) {
    int k = size - 1;
    while (k >= 0) {
      double key = keys[k];
      RankSearch ownSide = ofDeviations && valueOfRow[keyRows[k]] < center ? lower : upper;
      ownSide.startAt(elements[newest - keyRows[k]]);
      int rank = atMost(key) - 1;
      for (; k >= 0 && keys[k] == key; k--) {
        ranks[k] = rank--;
      }
    }
  }

  /** How many rows have keys up to this one. */
  private int atMost(double key) {
    int rank = upper.below(center, key, true);
    return ofDeviations ? rank - lower.below(center, -key, false) : rank;
  }

  /** The least key above; there is one. */
  private double nextKey(double key) {
    boolean hasUpper = upper.below(center, key, true) < sorted.size();
    if (!ofDeviations) {
      return upper.firstAbove();
    }
    boolean hasLower = lower.below(center, -key, false) > 0;
    double toUpper = hasUpper ? upper.firstAbove() - center : Double.POSITIVE_INFINITY;
    double toLower = hasLower ? center - lower.lastBelow() : Double.POSITIVE_INFINITY;
    return Math.min(toLower, toUpper);
  }

  /** The key of the row that comes before the first recent one with this key. */
  private double keyBefore(double key, int rank) {
    int below = upper.below(center, key, false);
    if (!ofDeviations) {
      return below < rank ? key : upper.lastBelow();
    }
    int start = lower.below(center, -key, true);
    if (below - start < rank) {
      return key;
    }
    return Math.max(upper.lastBelow() - center, center - lower.firstAbove());
  }

  private double greatestKey() {
    upper.below(center, Double.POSITIVE_INFINITY, true);
    double greatest = upper.lastBelow() - center;
    if (!ofDeviations) {
      return greatest;
    }
    lower.below(center, Double.NEGATIVE_INFINITY, false);
    return Math.max(greatest, center - lower.firstAbove());
  }

  private static double between(double x, double x0, double y0, double x1, double y1) {
    return x0 == x ? y0 : Interpolation.at(x, x0, y0, x1, y1);
  }
}
