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
   * @param center finite
   * @param length K, at least 1
   * @param size rows in the window, at least K
   * @param values by rank; infinite for the sentinels
   */
  void find(double center, int length, int size, double[] values) {
    int below = Math.min(first.below(), size - length);
    int low = window.move(first.rank(), below - first.below());
    int high = window.move(after.rank(), below + length - after.below());
    int steps = 0;
    while (steps < WALK && isTooLow(center, values[low], values[high])) {
      low = window.next(low + 1);
      high = window.next(high + 1);
      steps++;
    }
    int before = window.previous(low - 1);
    int last = window.previous(high - 1);
    while (steps > -WALK && isTooHigh(center, values[before], values[last])) {
      low = before;
      high = last;
      before = window.previous(low - 1);
      last = window.previous(high - 1);
      steps--;
    }
    first.set(low, below + steps);
    after.set(high, below + steps + length);
    if (steps == WALK || steps == -WALK) {
      gallop(center, size, values);
      low = first.rank();
      high = after.rank();
      before = window.previous(low - 1);
      last = window.previous(high - 1);
    }
    inner = Math.max(center - values[low], values[last] - center);
    outer = Math.min(center - values[before], values[high] - center);
  }

  private void gallop(double center, int size, double[] values) {
    if (isTooLow(center, values[first.rank()], values[after.rank()])) {
      gallopUp(center, size, values);
    } else {
      gallopDown(center, values);
    }
  }

  /** Moves up, from a run that is too low to the lowest one that is not. */
  private void gallopUp(double center, int size, double[] values) {
    boolean growing = true;
    int stride = GROWTH;
    while (stride > 0) {
      boolean moves = after.below() + stride <= size;
      if (moves) {
        int low = window.above(first.rank(), stride);
        int high = window.above(after.rank(), stride);
        moves = isTooLow(center, values[low], values[high]);
        if (moves) {
          first.set(low, first.below() + stride);
          after.set(high, after.below() + stride);
        }
      }
      growing &= moves;
      stride = growing ? GROWTH * stride : stride / 2;
    }
    first.moveTo(first.below() + 1);
    after.moveTo(after.below() + 1);
  }

  /** Moves down to the highest run that is not too high. */
  private void gallopDown(double center, double[] values) {
    boolean growing = true;
    int stride = GROWTH;
    while (stride > 0) {
      boolean moves = stride <= first.below();
      if (moves) {
        int before = window.below(first.rank(), stride);
        int last = window.below(after.rank(), stride);
        moves = isTooHigh(center, values[before], values[last]);
        if (moves) {
          first.set(before, first.below() - stride);
          after.set(last, after.below() - stride);
        }
      }
      growing &= moves;
      stride = growing ? GROWTH * stride : stride / 2;
    }
  }

  /** Whether the row after a run is nearer than its first row. */
  private static boolean isTooLow(double center, double first, double after) {
    return center - first > after - center;
  }

  /** Whether the row before a run is nearer than its last row. */
  private static boolean isTooHigh(double center, double before, double last) {
    return center - before < last - center;
  }
}
