package io.dtkspark.rolling;

/**
 * The run of K neighbouring order statistics of a window that lie nearest to a centre: its farther
 * end is the K-th smallest distance, the nearer row beside it the next one.
 *
 * <p>The run is kept from row to row. It moves up while the row after it is nearer than its first
 * row, and down while the row before it is nearer than its last one. Either condition, once it
 * fails, fails for all further places, so a run that is far off gallops: the stride grows until it
 * is too long and is halved from then on. Among equally near rows any run will do, their distances
 * are the same.
 */
final class NearestRun {

  /** Single steps before galloping: on noise hardly ever more. */
  private static final int WALK = 8;

  private static final int GROWTH = 4;

  private final RankBitmap window;
  private final RankCursor first;
  private final RankCursor after;
  private double[] values;
  private double center;
  private double inner;
  private double outer;

  /**
   * @param first cursor of {@code window} for the first row of the run
   * @param after cursor for the row after the run, or the upper sentinel
   */
  NearestRun(RankBitmap window, RankCursor first, RankCursor after) {
    this.window = window;
    this.first = first;
    this.after = after;
  }

  /** Distance of the farthest row of the run. */
  double inner() {
    return inner;
  }

  /** Distance of the nearest row beside the run; infinite when there is none. */
  double outer() {
    return outer;
  }

  /**
   * Finds the run.
   *
   * @param newCenter finite
   * @param length K, at least 1
   * @param size rows in the window, at least K
   * @param valueOfRank infinite for the sentinels
   */
  void find(double newCenter, int length, int size, double[] valueOfRank) {
    center = newCenter;
    values = valueOfRank;
    first.moveTo(Math.min(first.below(), size - length));
    after.moveTo(first.below() + length);
    walkUp(size);
    walkDown();
  }

  private void walkUp(int size) {
    int low = first.rank();
    int high = after.rank();
    int steps = 0;
    while (steps < WALK && isTooLow(low, high)) {
      low = window.next(low + 1);
      high = window.next(high + 1);
      steps++;
    }
    first.moveTo(low, steps);
    after.moveTo(high, steps);
    if (steps == WALK) {
      gallopUp(size);
    }
  }

  private void walkDown() {
    int low = first.rank();
    int high = after.rank();
    int before = window.previous(low - 1);
    int last = window.previous(high - 1);
    int steps = 0;
    while (steps < WALK && isTooHigh(before, last)) {
      low = before;
      high = last;
      before = window.previous(low - 1);
      last = window.previous(high - 1);
      steps++;
    }
    first.moveTo(low, -steps);
    after.moveTo(high, -steps);
    if (steps == WALK) {
      gallopDown();
      before = window.previous(first.rank() - 1);
      last = window.previous(after.rank() - 1);
    }
    inner = Math.max(center - values[first.rank()], values[last] - center);
    outer = Math.min(center - values[before], values[after.rank()] - center);
  }

  /** Moves up to the lowest run that is not too low. */
  private void gallopUp(int size) {
    if (!isTooLow(first.rank(), after.rank())) {
      return;
    }
    boolean growing = true;
    int stride = GROWTH;
    while (stride > 0) {
      boolean moves = after.below() + stride <= size && strideUp(stride);
      growing &= moves;
      stride = growing ? GROWTH * stride : stride / 2;
    }
    first.moveTo(window.next(first.rank() + 1), 1);
    after.moveTo(window.next(after.rank() + 1), 1);
  }

  /** Moves up by {@code stride} rows unless that run is no longer too low. */
  private boolean strideUp(int stride) {
    int low = window.above(first.rank(), stride);
    int high = window.above(after.rank(), stride);
    boolean moves = isTooLow(low, high);
    if (moves) {
      first.moveTo(low, stride);
      after.moveTo(high, stride);
    }
    return moves;
  }

  /** Moves down to the highest run that is not too high. */
  private void gallopDown() {
    boolean growing = true;
    int stride = GROWTH;
    while (stride > 0) {
      boolean moves = stride <= first.below() && strideDown(stride);
      growing &= moves;
      stride = growing ? GROWTH * stride : stride / 2;
    }
  }

  /** Moves down by {@code stride} rows unless the run one row above that is not too high. */
  private boolean strideDown(int stride) {
    int low = window.below(first.rank(), stride);
    int last = window.below(after.rank(), stride);
    boolean moves = isTooHigh(low, last);
    if (moves) {
      first.moveTo(low, -stride);
      after.moveTo(last, -stride);
    }
    return moves;
  }

  /** Whether the row after a run is nearer than its first row. */
  private boolean isTooLow(int first, int after) {
    return center - values[first] > values[after] - center;
  }

  /** Whether the row before a run is nearer than its last row. */
  private boolean isTooHigh(int before, int last) {
    return center - values[before] < values[last] - center;
  }
}
