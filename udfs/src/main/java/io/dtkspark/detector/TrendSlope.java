package io.dtkspark.detector;

import io.dtkspark.rolling.RollingStatistics;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.stats.PairwiseSum;
import io.dtkspark.stats.SortedRows;
import io.dtkspark.stats.WeightedQuantile;

/**
 * A robust linear trend: the window is split at its middle age, and the trend runs between the
 * weighted medians of the two halves. Cost: a few passes over the window.
 */
final class TrendSlope implements RollingStatistics {

  private static final int MIN_ROWS = 4;
  private static final int MIN_ROWS_PER_HALF = 2;

  private final TrailingWindow window = new TrailingWindow(true);
  private final WeightTable weights;
  private final Half older = new Half();
  private final Half newer = new Half();
  private double[] gathered = new double[0];

  TrendSlope(WeightTable weights) {
    this.weights = weights;
  }

  @Override
  public void begin(double[] values, int[] rowList, int from, int to) {
    window.begin(values, rowList, from);
  }

  @Override
  public void add() {
    window.addNext();
  }

  @Override
  public void removeOldest() {
    window.removeOldest();
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    out[0] = estimate(row);
  }

  /**
   * The change per row, 0 when the window is too short; NaN or infinite when infinities reach a
   * median.
   */
  private double estimate(int row) {
    int size = window.size();
    if (size < MIN_ROWS) {
      return 0.0;
    }
    int olderSize = countOlder(row);
    if (olderSize < MIN_ROWS_PER_HALF || size - olderSize < MIN_ROWS_PER_HALF) {
      return 0.0;
    }
    split(olderSize);
    double rise = median(newer, row) - median(older, row);
    fillAges(newer, olderSize, size, row);
    fillAges(older, 0, olderSize, row);
    double ageNewer = median(newer, row);
    double ageOlder = median(older, row);
    return ageOlder == ageNewer ? 0.0 : rise / (ageOlder - ageNewer);
  }

  /** Rows older than the middle of the oldest and the newest age; a gap shifts the middle. */
  private int countOlder(int row) {
    double middle = ((row - window.row(0)) + (row - window.row(window.size() - 1))) / 2.0;
    int count = 0;
    while (row - window.row(count) > middle) {
      count++;
    }
    return count;
  }

  /** Deals the sorted rows out to the two halves, which are then sorted as well. */
  private void split(int olderSize) {
    SortedRows sorted = window.byValue();
    int size = sorted.size();
    older.clear(size);
    newer.clear(size);
    if (gathered.length < size) {
      gathered = new double[2 * size];
    }
    int firstNewer = window.row(olderSize);
    for (int k = 0; k < size; k++) {
      int row = sorted.rows()[k];
      Half half = row < firstNewer ? older : newer;
      half.add(row, sorted.values()[k]);
    }
  }

  /** Replaces the values of a half by its ages, ascending: newest row first. */
  private void fillAges(Half half, int from, int to, int row) {
    half.clear(to - from);
    for (int k = to - 1; k >= from; k--) {
      half.add(window.row(k), row - window.row(k));
    }
  }

  private double median(Half half, int row) {
    weights.gather(half.rows, 0, half.size, row, gathered);
    double total = PairwiseSum.sum(gathered, 0, half.size);
    return WeightedQuantile.of(half.values, gathered, half.size, total, 0.5);
  }

  /** Sorted values with their rows. */
  private static final class Half {

    private double[] values = new double[0];
    private int[] rows = new int[0];
    private int size;

    void clear(int capacity) {
      size = 0;
      if (values.length < capacity) {
        values = new double[2 * capacity];
        rows = new int[2 * capacity];
      }
    }

    void add(int row, double value) {
      values[size] = value;
      rows[size] = row;
      size++;
    }
  }
}
