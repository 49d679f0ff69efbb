package io.dtkspark.rolling;

/** The median of the absolute deviations of weighted rows from a finite centre. */
final class DeviationSearch {

  private final SortedRows sorted;
  private final NearestRows nearest;
  private final WeightCursor left;
  private final WeightCursor right;
  private final DeviationTies ties;
  private final WeightSum remainder = new WeightSum();
  private double center;
  private double noise;
  private double lastInner;

  /** Slots just outside and inside of the ends, and their deviations. */
  private int outLeft;

  private int outRight;
  private int inLeft;
  private int inRight;
  private double toOutLeft;
  private double toOutRight;
  private double toInLeft;
  private double toInRight;

  DeviationSearch(SortedRows sorted) {
    this.sorted = sorted;
    nearest = new NearestRows(sorted);
    left = nearest.left;
    right = nearest.right;
    ties = new DeviationTies(sorted, left, right);
  }

  void begin() {
    lastInner = 0;
    ties.sleep();
  }

  /** The greatest deviation inside; for uniform weights the order statistic of the rank. */
  double inner() {
    return Math.max(toInLeft, toInRight);
  }

  /** The least deviation outside. */
  double outer() {
    return Math.min(toOutLeft, toOutRight);
  }

  /** Moves both ends to where they hold the nearest rows up to the target. */
  void seek(double newCenter, WeightTarget target) {
    center = newCenter;
    nearest.seek(center, lastInner, target);
    look();
    double inner = isEmpty() ? 0 : inner();
    lastInner = inner < Double.POSITIVE_INFINITY ? inner : 0;
  }

  /**
   * Finds the median.
   *
   * @param newNoise how far the original's centre may be from this one
   * @param target half of the weight
   * @return whether the original's order of summation is needed to tell
   */
  boolean find(double newCenter, double newNoise, WeightTarget target, Bracket out) {
    noise = newNoise;
    if (!ties.isSettled(newCenter)) {
      ties.sleep();
      seek(newCenter, target);
      if (!isTied()) {
        bracket(target, out);
        return out.isNearEdge() && !isSmooth(target, out);
      }
      ties.wake(isEmpty() ? outer() : inner());
    }
    return ties.find(newCenter, noise, target, out);
  }

  private void look() {
    outLeft = left.below();
    outRight = right.above();
    inLeft = left.above();
    inRight = right.below();
    toOutLeft = outLeft < 0 ? Double.POSITIVE_INFINITY : center - sorted.value(outLeft);
    toOutRight = outRight < 0 ? Double.POSITIVE_INFINITY : sorted.value(outRight) - center;
    toInLeft = inLeft < 0 ? 0 : center - sorted.value(inLeft);
    toInRight = inRight < 0 ? 0 : sorted.value(inRight) - center;
  }

  private boolean isEmpty() {
    return inLeft == outRight;
  }

  private boolean leftIsNearer() {
    return outRight < 0 || (outLeft >= 0 && toOutLeft <= toOutRight);
  }

  private boolean leftIsFarther() {
    return toInLeft > toInRight;
  }

  private void bracket(WeightTarget target, Bracket out) {
    int upper = leftIsNearer() ? outLeft : outRight;
    if (isEmpty() || upper < 0) {
      out.set(isEmpty() ? outer() : inner());
      return;
    }
    int lower = leftIsFarther() ? inLeft : inRight;
    remainder.set(target);
    remainder.subtract(right);
    remainder.add(left);
    out.set(remainder, target, inner(), lower, outer(), upper, sorted);
  }

  /** As in {@link QuantileSearch}, for deviations that are not tied at the ends. */
  private boolean isSmooth(WeightTarget target, Bracket out) {
    if (!sorted.weights.areExact()) {
      return false;
    }
    boolean smooth = true;
    if (out.isNearLower() && inLeft != inRight) {
      int next = leftIsFarther() ? left.secondAbove() : right.secondBelow();
      double other = leftIsFarther() ? toInRight : toInLeft;
      double deviation = Math.max(other, Math.abs(sorted.value(next) - center));
      smooth = out.reachesDown(inner(), deviation, target);
    }
    if (out.isNearUpper()) {
      int next = leftIsNearer() ? left.secondBelow() : right.secondAbove();
      double other = leftIsNearer() ? toOutRight : toOutLeft;
      double deviation = next < 0 ? other : Math.min(other, Math.abs(sorted.value(next) - center));
      smooth &= deviation == Double.POSITIVE_INFINITY || out.reachesUp(outer(), deviation, target);
    }
    return smooth;
  }

  /** Whether rows at or next to the ends are equally far, as far as can be told. */
  private boolean isTied() {
    return isTiedOutside() || (!isEmpty() && (isTiedInside() || outer() - inner() <= noise));
  }

  private boolean isTiedOutside() {
    if (outLeft >= 0 && outRight >= 0 && Math.abs(toOutLeft - toOutRight) <= noise) {
      return true;
    }
    int next = leftIsNearer() ? left.secondBelow() : right.secondAbove();
    return next >= 0 && Math.abs(sorted.value(next) - center) == outer();
  }

  private boolean isTiedInside() {
    if (inLeft != inRight && Math.abs(toInLeft - toInRight) <= noise) {
      return true;
    }
    int next = leftIsFarther() ? left.secondAbove() : right.secondBelow();
    return next >= 0 && Math.abs(sorted.value(next) - center) == inner();
  }
}
