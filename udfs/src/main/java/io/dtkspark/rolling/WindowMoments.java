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
  private final ExponentialSums exponentialSums;
  private final CutWindow capped;
  private final UniformSums cappedSums = new UniformSums();
  private boolean caps;
  private double maxAge;
  private int[] rows = new int[0];

  WindowMoments(WeightTable weights, RowPriority priority) {
    this.weights = weights;
    recent = new CutWindow(priority);
    capped = new CutWindow(priority);
    exponentialSums = new ExponentialSums(weights);
    recentSums =
        switch (weights.kind()) {
          case UNIFORM -> new UniformSums();
          case EXPONENTIAL -> exponentialSums;
          case LINEAR -> new LinearSums(weights.windowSize());
        };
  }

  void begin(double[] values, int[] newRows, int from) {
    rows = newRows;
    recent.begin(rows, from);
    recentSums.begin(values, rows);
    maxAge = MAX_HALF_LIVES * weights.halfLife();
    caps = weights.kind() == Kind.EXPONENTIAL && maxAge < weights.windowSize();
    if (caps) {
      capped.begin(rows, from);
      cappedSums.begin(values, rows);
    }
  }

  void add() {
    recent.add();
  }

  void removeOldest() {
    if (caps && !capped.isEmpty()) {
      capped.removeOldest();
    } else {
      recent.removeOldest();
    }
  }

  /** Where the window begins in the list. */
  int head() {
    return caps && !capped.isEmpty() ? capped.head() : recent.head();
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
    if (caps) {
      moveCapped(row);
      if (!capped.isEmpty()) {
        describeWithCapped(row, out);
        return;
      }
    }
    recentSums.follow(recent);
    recentSums.total(recent.head(), row, out);
  }

  private void describeWithCapped(int row, MomentTotal out) {
    cappedSums.follow(capped);
    if (recent.isEmpty()) {
      cappedSums.total(capped.head(), row, out);
    } else {
      recentSums.follow(recent);
      recentSums.total(recent.head(), row, out);
      cappedSums.join(capped.head(), cappedWeight(row), out);
    }
  }

  private void moveCapped(int row) {
    while (!recent.isEmpty() && row - rows[recent.head()] > maxAge) {
      if (capped.isEmpty()) {
        capped.begin(rows, recent.head());
      }
      capped.add();
      recent.removeOldest();
    }
  }

  /** The weight of a capped row in units of the recent rows' sums. */
  private double cappedWeight(int row) {
    double newest = weights.of(row - rows[recent.tail() - 1]);
    double oldest = weights.of(row - rows[capped.head()]);
    return oldest / newest * exponentialSums.newestWeight();
  }
}
