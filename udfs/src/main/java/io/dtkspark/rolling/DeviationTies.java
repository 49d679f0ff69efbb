package io.dtkspark.rolling;

/**
 * Medians of deviations when rows share deviations: whole groups of equal ones are stepped over.
 *
 * <p>The original sorts deviations stably, so the rows of a group follow each other from the oldest
 * to the newest, on whichever side of the centre they lie. The group's first midpoint is that of
 * its oldest row, its last one that of its newest; between them the median is the deviation itself.
 * A group is what lies between two pairs of cursors:
 *
 * <pre>
 *   deviations   4  3  3  3  2  1  0  2  2  3  5        centre at 0, group of 3
 *                  |        |              |  |
 *            outerLeft     left        right outerRight
 * </pre>
 *
 * <p>The group stays from step to step while the centre does.
 */
final class DeviationTies {

  private final SortedRows sorted;
  private final WeightCursor left;
  private final WeightCursor right;
  private final WeightCursor outerLeft;
  private final WeightCursor outerRight;
  private final WeightSum remainder = new WeightSum();
  private double center;
  private double noise;
  private WeightTarget target;
  private double settledDeviation;
  private boolean settled;

  /** The group at hand, and its oldest and newest row; the newest is -1 if all have left. */
  private double deviation;

  private int oldest;
  private int newest;

  /**
   * @param left lower end of an interval around the centre; moved
   * @param right upper end of it; moved
   */
  DeviationTies(SortedRows sorted, WeightCursor left, WeightCursor right) {
    this.sorted = sorted;
    this.left = left;
    this.right = right;
    outerLeft = sorted.newCursor();
    outerRight = sorted.newCursor();
  }

  /** Forgets the group. */
  void sleep() {
    settled = false;
    outerLeft.sleep();
    outerRight.sleep();
  }

  /** The next search begins at this deviation, near the ends of the interval. */
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
  boolean find(double newCenter, double newNoise, WeightTarget newTarget, Bracket out) {
    center = newCenter;
    noise = newNoise;
    target = newTarget;
    settled = true;
    boolean plain = enter(settledDeviation);
    if (newest < 0) {
      plain = enter(hasInside() ? farthestInside() : nearestOutside());
    }
    while (plain && hasInside() && toFirst() < 0) {
      plain = enter(farthestInside());
    }
    while (plain && hasOutside() && toLast() > 0) {
      double lower = deviation;
      int lowerRow = newest;
      plain = enter(nearestOutside());
      if (plain && toFirst() < 0) {
        settledDeviation = lower;
        targetAbove(right, left);
        out.set(remainder, target, lower, lowerRow, deviation, oldest);
        return out.isNearEdge();
      }
    }
    settledDeviation = deviation;
    out.set(deviation);
    return !plain || isNearEdge();
  }

  /**
   * Puts the cursors around the rows of a deviation.
   *
   * @return false if rounding, of deviations or of the centre, has a say in which rows these are or
   *     how they follow each other
   */
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
    boolean plain = enterSide(outerLeft, left);
    plain &= enterSide(right, outerRight);
    return plain && (noise == 0 || !isMixed());
  }

  private boolean enterSide(WeightCursor from, WeightCursor to) {
    int first = from.above();
    if (first == to.above()) {
      return true;
    }
    int last = to.below();
    oldest = Math.min(oldest, sorted.row(first));
    newest = Math.max(newest, sorted.row(last));
    return sorted.value(first) == sorted.value(last);
  }

  /** Whether the rounding of the centre decides how rows of both sides follow each other. */
  private boolean isMixed() {
    boolean toLeft = outerLeft.above() != left.above();
    boolean toRight = right.above() != outerRight.above();
    return (toLeft && toRight)
        || (hasOutside() && nearestOutside() - deviation <= noise)
        || (hasInside() && deviation - farthestInside() <= noise);
  }

  private boolean hasInside() {
    return left.above() != right.above();
  }

  private double farthestInside() {
    return Math.max(
        Math.abs(sorted.value(left.above()) - center),
        Math.abs(sorted.value(right.below()) - center));
  }

  private boolean hasOutside() {
    return outerLeft.below() >= 0 || outerRight.above() >= 0;
  }

  private double nearestOutside() {
    int l = outerLeft.below();
    int r = outerRight.above();
    double toLeft = l < 0 ? Double.POSITIVE_INFINITY : center - sorted.value(l);
    double toRight = r < 0 ? Double.POSITIVE_INFINITY : sorted.value(r) - center;
    return Math.min(toLeft, toRight);
  }

  /** The target minus the midpoint of the group's oldest row. */
  private double toFirst() {
    targetAbove(right, left);
    remainder.add(-0.5 * sorted.weights.high(oldest), -0.5 * sorted.weights.low(oldest));
    return remainder.high + target.scale * remainder.low;
  }

  /** The target minus the midpoint of the group's newest row. */
  private double toLast() {
    targetAbove(outerRight, outerLeft);
    remainder.add(0.5 * sorted.weights.high(newest), 0.5 * sorted.weights.low(newest));
    return remainder.high + target.scale * remainder.low;
  }

  /** The target minus the weight between two cursors. */
  private void targetAbove(WeightCursor upper, WeightCursor lower) {
    remainder.set(target);
    remainder.subtract(upper);
    remainder.add(lower);
  }

  private boolean isNearEdge() {
    boolean nearInside = hasInside() && !(toFirst() > target.rounding);
    boolean nearOutside = hasOutside() && !(-toLast() > target.rounding);
    return nearInside || nearOutside;
  }
}
