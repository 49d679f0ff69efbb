package io.dtkspark.rolling;

import io.dtkspark.rolling.WindowWeights.Kind;

/**
 * Weighted moments of a window that slides over a list of rows.
 *
 * <p>Exponential weights stop falling at 1000 half-lives. Rows older than that form a window of
 * their own with equal weights, behind the one of the others; a row moves over when a description
 * finds it too old. Most windows are too short to have such rows.
 */
final class WindowMoments {

  private static final double MAX_HALF_LIVES = 1000.0;

  private final WeightTable weights;
  private final CutWindow recent;
  private final CutSums recentSums;
  private final CutWindow capped;
  private final UniformSums cappedSums = new UniformSums();
  private final boolean exponential;
  private double halfLife = Double.NaN;
  private int[] rows = new int[0];

  WindowMoments(WeightTable weights, RowPriority priority) {
    this.weights = weights;
    recent = new CutWindow(priority);
    capped = new CutWindow(priority);
    exponential = weights.kind() == Kind.EXPONENTIAL;
    recentSums =
        switch (weights.kind()) {
          case UNIFORM -> new UniformSums();
          case EXPONENTIAL -> new ExponentialSums(weights);
          case LINEAR -> new LinearSums(weights.windowSize());
        };
  }

  void begin(double[] values, int[] newRows, int from) {
    rows = newRows;
    recent.begin(rows, from);
    recentSums.begin(values, rows);
    if (exponential) {
      halfLife = weights.halfLife();
      capped.begin(rows, from);
      cappedSums.begin(values, rows);
    }
  }

  void add() {
    recent.add();
  }

  void removeOldest() {
    if (exponential && !capped.isEmpty()) {
      capped.removeOldest();
    } else {
      recent.removeOldest();
    }
  }

  /** Where the window begins in the list. */
  int head() {
    return exponential && !capped.isEmpty() ? capped.head() : recent.head();
  }

  /** The element of the list after the window. */
  int tail() {
    return recent.tail();
  }

  /** The rows whose weights are not cut off, as of the last description. */
  CutWindow recent() {
    return recent;
  }

  /** Describes the window, which is not empty, as seen from {@code row}. */
  void describe(int row, MomentTotal out) {
    if (!exponential) {
      recentSums.follow(recent);
      recentSums.total(recent.head(), row, out);
      return;
    }
    moveCapped(row);
    if (recent.isEmpty()) {
      cappedSums.follow(capped);
      cappedSums.total(capped.head(), row, out);
      return;
    }
    recentSums.follow(recent);
    recentSums.total(recent.head(), row, out);
    if (!capped.isEmpty()) {
      cappedSums.follow(capped);
      cappedSums.join(capped.head(), cappedWeight(row), out);
    }
  }

  private void moveCapped(int row) {
    if (Double.compare(halfLife, weights.halfLife()) != 0) {
      halfLife = weights.halfLife();
      int head = head();
      recent.cover(head, tail());
      capped.cover(head, head);
    }
    double limit = MAX_HALF_LIVES * halfLife;
    while (!recent.isEmpty() && row - rows[recent.head()] > limit) {
      if (capped.isEmpty()) {
        capped.cover(recent.head(), recent.head());
      }
      capped.add();
      recent.removeOldest();
    }
  }

  /** The weight of a capped row in units of the recent rows' sums. */
  private double cappedWeight(int row) {
    double newest = weights.of(row - rows[recent.tail() - 1]);
    double oldest = weights.of(row - rows[capped.head()]);
    return oldest / newest * ((ExponentialSums) recentSums).newestWeight();
  }
}
