package io.dtkspark.rolling;

/**
 * Medians of deviations when rows share deviations: whole groups of equal ones are stepped over.
 *
 * <p>The original sorts deviations stably, so the rows of a group follow each other from the oldest
 * to the newest, on whichever side of the centre they lie. The group's first midpoint is therefore
 * that of its oldest row and its last midpoint that of its newest; between them the quantile is the
 * deviation itself. A group is what lies between two pairs of cuts:
 *
 * <pre>
 *   deviations   4  3  3  3  2  1  0  2  2  3  5        centre at 0, group of 3
 *                  |        |           |  |
 *            outerLeft     left      right outerRight
 * </pre>
 */
final class DeviationTies {

  private final SortedBlocks sorted;
  private final RowWeights weights;
  private final Cut left;
  private final Cut right;
  private final Cut outerLeft;
  private final Cut outerRight;
  private final WeightSum remainder = new WeightSum();
  private double center;
  private double noise;
  private double scale;
  private WeightSum target;
  private double settledDeviation;
  private boolean settled;

  /** Group at hand. */
  private double deviation;

  private int oldest;
  private int newest;

  /**
   * @param left lower end of an interval around the centre; moved
   * @param right upper end of it; moved
   */
  DeviationTies(SortedBlocks sorted, RowWeights weights, Cut left, Cut right) {
    this.sorted = sorted;
    this.weights = weights;
    this.left = left;
    this.right = right;
    outerLeft = sorted.newCut();
    outerRight = sorted.newCut();
  }

  void sleep() {
    settled = false;
    outerLeft.sleep();
    outerRight.sleep();
  }

  /** The next search begins with this deviation. */
  void wake(double start) {
    outerLeft.set(left);
    outerRight.set(right);
    settledDeviation = start;
  }

  /** Whether the last search ended here with the same centre, so that its group is a good guess. */
  boolean isSettled(double newCenter) {
    return settled && newCenter == center;
  }

  /**
   * Finds the median, beginning with the last deviation.
   *
   * @param newNoise how far the original's centre may be from this one
   * @return whether the original's order of summation is needed to tell
   */
  boolean find(
      double newCenter,
      double newNoise,
      WeightSum newTarget,
      double newScale,
      double rounding,
      Bracket out) {
    center = newCenter;
    noise = newNoise;
    target = newTarget;
    scale = newScale;
    settled = true;
    boolean plain = enter(settledDeviation);
    while (plain && !isGroupEmpty() && hasInside() && beforeFirst() < 0) {
      plain = enter(farthestInside());
    }
    while (plain && hasOutside() && (isGroupEmpty() || afterLast() > 0)) {
      double lower = deviation;
      int lowerRow = newest;
      plain = enter(nearestOutside());
      if (plain && lowerRow >= 0 && beforeFirst() < 0) {
        between(lower, lowerRow, rounding, out);
        settledDeviation = lower;
        return out.isNearLower() || out.isNearUpper();
      }
    }
    settledDeviation = deviation;
    out.set(deviation);
    return !plain || isNearEdge(rounding);
  }

  /** Puts the cuts around the rows of this deviation; false if only rounding made them equal. */
  private boolean enter(double newDeviation) {
    deviation = newDeviation;
    outerLeft.seekDeviation(center, -deviation, false);
    outerRight.seekDeviation(center, deviation, true);
    left.seekDeviation(center, -deviation, true);
    if (deviation == 0) {
      left.set(outerRight);
      right.set(outerRight);
    } else {
      right.seekDeviation(center, deviation, false);
    }
    oldest = Integer.MAX_VALUE;
    newest = -1;
    boolean plain = side(outerLeft, left) && (deviation == 0 || side(right, outerRight));
    return plain && (noise == 0 || !isMixed());
  }

  /** Whether the rounding of the centre decides how rows of both sides follow each other. */
  private boolean isMixed() {
    boolean toLeft = outerLeft.above() != left.above();
    boolean toRight = right.above() != outerRight.above();
    return (toLeft && toRight)
        || (hasOutside() && nearestOutside() - deviation <= noise)
        || (hasInside() && deviation - farthestInside() <= noise);
  }

  private boolean side(Cut from, Cut to) {
    int first = from.above();
    if (first == to.above()) {
      return true;
    }
    int last = to.below();
    oldest = Math.min(oldest, sorted.rows[first]);
    newest = Math.max(newest, sorted.rows[last]);
    return sorted.values[first] == sorted.values[last];
  }

  private boolean isGroupEmpty() {
    return newest < 0;
  }

  private boolean hasInside() {
    return left.above() != right.above();
  }

  private double farthestInside() {
    return Math.max(
        Math.abs(sorted.values[left.above()] - center),
        Math.abs(sorted.values[right.below()] - center));
  }

  private boolean hasOutside() {
    return outerLeft.below() >= 0 || outerRight.above() >= 0;
  }

  private double nearestOutside() {
    int l = outerLeft.below();
    int r = outerRight.above();
    double toLeft = l < 0 ? Double.POSITIVE_INFINITY : center - sorted.values[l];
    double toRight = r < 0 ? Double.POSITIVE_INFINITY : sorted.values[r] - center;
    return Math.min(toLeft, toRight);
  }

  /** The target minus the midpoint of the group's oldest row. */
  private double beforeFirst() {
    target(right, left);
    remainder.add(-0.5 * weights.high(oldest), -0.5 * weights.low(oldest));
    return remainder.high + scale * remainder.low;
  }

  /** The target minus the midpoint of the group's newest row. */
  private double afterLast() {
    target(outerRight, outerLeft);
    remainder.add(0.5 * weights.high(newest), 0.5 * weights.low(newest));
    return remainder.high + scale * remainder.low;
  }

  private void target(Cut upper, Cut lower) {
    remainder.set(target);
    remainder.add(-upper.high, -upper.low);
    remainder.add(lower.high, lower.low);
  }

  private boolean isNearEdge(double rounding) {
    boolean nearInside = hasInside() && !(beforeFirst() > rounding);
    boolean nearOutside = hasOutside() && !(-afterLast() > rounding);
    return nearInside || nearOutside;
  }

  private void between(double lower, int lowerRow, double rounding, Bracket out) {
    target(right, left);
    out.set(
        remainder,
        scale,
        lower,
        weights.high(lowerRow),
        weights.low(lowerRow),
        deviation,
        weights.high(oldest),
        weights.low(oldest),
        rounding);
  }
}
