package io.dtkspark.rolling;

import io.dtkspark.stats.Deviations;
import io.dtkspark.stats.Interpolation;
import io.dtkspark.stats.RowSort;

/**
 * Order statistics with short half-lives in the original's order of summation, from the few rows
 * that can change a bit of a sum.
 *
 * <p>Rows more than 110 half-lives older than the newest weigh less than the square of the last bit
 * of a double: sums do not notice them, be it that they come late and are absorbed or early and are
 * lost to rounding. They remain neighbours that a quantile is interpolated from, and they take
 * places in the order, which decides how the original's pairwise sum groups the others. Both are
 * looked up for the recent rows only, so the cost depends on the half-life, not on the window.
 *
 * <p>The centre of deviations must be finite.
 */
final class RecentOrder {

  private static final double HALF_LIVES = 200.0;

  private final SortedBlocks sorted;
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
  private double[] recentWeights = new double[0];
  private int[] ranks = new int[0];

  /** The order at hand: of values, or of deviations from the centre. */
  private boolean ofDeviations;

  private double center;

  RecentOrder(SortedBlocks sorted, WeightTable weights) {
    this.sorted = sorted;
    this.weights = weights;
    lower = new RankSearch(sorted);
    upper = new RankSearch(sorted);
  }

  /** Forgets the rows of the last list. */
  void begin() {
    size = 0;
    newest = -1;
  }

  /** Whether this is cheaper than to sum all rows. */
  boolean isWorthwhile() {
    return weights.kind() == WindowWeights.Kind.EXPONENTIAL
        && 6 * HALF_LIVES * weights.halfLife() < sorted.size();
  }

  /**
   * Takes the recent rows of a window.
   *
   * @param allValues by row number
   * @param allRows rows of the list, of which {@code from} to {@code to - 1} are in the window
   */
  void gather(double[] allValues, int[] allRows, int from, int to) {
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
    rowSort.sort(values, rows, size);
    lower.count();
    upper.count();
  }

  private void makeRoom(int capacity) {
    if (rows.length < capacity) {
      values = java.util.Arrays.copyOf(values, 2 * capacity);
      rows = java.util.Arrays.copyOf(rows, 2 * capacity);
      ranks = new int[2 * capacity];
      recentWeights = new double[2 * capacity];
    }
  }

  /** A quantile of the values, as seen from {@code row}. */
  double quantile(double quantile, int row) {
    ofDeviations = false;
    center = 0;
    return find(values, rows, quantile, row);
  }

  /** The median of the deviations from a finite centre, as seen from {@code row}. */
  double medianDeviation(double newCenter, int row) {
    ofDeviations = true;
    center = newCenter;
    deviations.sort(values, rows, size, center);
    return find(deviations.deviations(), deviations.rows(), 0.5, row);
  }

  private double find(double[] keys, int[] keyRows, double quantile, int row) {
    weights.gather(keyRows, 0, size, row, recentWeights);
    rank(keys);
    double total = sparseSum.of(recentWeights, ranks, size, sorted.size());
    double sum = 0;
    double midpoint = 0;
    for (int k = 0; k <= size; k++) {
      boolean oldBetween = k == size ? ranks[k - 1] + 1 < sorted.size() : isFirst(k);
      if (oldBetween && k > 0 && sum / total > quantile) {
        return between(
            quantile, midpoint / total, keys[k - 1], sum / total, nextKey(keys[k - 1]));
      }
      if (k == size) {
        break;
      }
      double before = oldBetween ? sum : midpoint;
      sum += recentWeights[k];
      midpoint = sum - 0.5 * recentWeights[k];
      if (midpoint / total > quantile) {
        if (ranks[k] == 0) {
          return keys[k];
        }
        double key = oldBetween ? keyBefore(keys[k], ranks[k]) : keys[k - 1];
        return between(quantile, before / total, key, midpoint / total, keys[k]);
      }
    }
    return ranks[size - 1] + 1 < sorted.size() ? greatestKey() : keys[size - 1];
  }

  /** Whether rows that are not recent come just before this one. */
  private boolean isFirst(int k) {
    return k == 0 ? ranks[0] > 0 : ranks[k] > ranks[k - 1] + 1;
  }

  /** Among equals the recent rows are the last ones. */
  private void rank(double[] keys) {
    int k = size - 1;
    while (k >= 0) {
      double key = keys[k];
      int rank = atMost(key) - 1;
      for (; k >= 0 && keys[k] == key; k--) {
        ranks[k] = rank--;
      }
    }
  }

  private int atMost(double key) {
    int rank = upper.below(center, key, true);
    return ofDeviations ? rank - lower.below(center, -key, false) : rank;
  }

  private double nextKey(double key) {
    int rank = upper.below(center, key, true);
    boolean hasUpper = rank < sorted.size();
    if (!ofDeviations) {
      return upper.firstAbove();
    }
    boolean hasLower = lower.below(center, -key, false) > 0;
    double toUpper = hasUpper ? upper.firstAbove() - center : Double.POSITIVE_INFINITY;
    double toLower = hasLower ? center - lower.lastBelow() : Double.POSITIVE_INFINITY;
    return Math.min(toLower, toUpper);
  }

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
    double greatest = sorted.last[sorted.blocks - 1] - center;
    double least = sorted.values[sorted.order[0] << sorted.shift];
    return ofDeviations ? Math.max(greatest, center - least) : greatest;
  }

  private static double between(double x, double x0, double y0, double x1, double y1) {
    return x0 == x ? y0 : Interpolation.at(x, x0, y0, x1, y1);
  }
}
