package io.dtkspark.rolling;

/** The median of the absolute deviations of weighted rows from a centre. */
final class DeviationSearch {

  private final SortedBlocks sorted;
  private final RowWeights weights;
  private final NearestRows nearest;
  private final Cut left;
  private final Cut right;
  private final DeviationTies ties;
  private final WeightSum remainder = new WeightSum();
  private double center;
  private double noise;
  private double lastInner;

  /** Slots just outside and inside of the ends, and how far they are from the centre. */
  private int outLeft;

  private int outRight;
  private int inLeft;
  private int inRight;
  private double toOutLeft;
  private double toOutRight;
  private double toInLeft;
  private double toInRight;

  DeviationSearch(SortedBlocks sorted, RowWeights weights) {
    this.sorted = sorted;
    this.weights = weights;
    nearest = new NearestRows(sorted, weights);
    left = nearest.left;
    right = nearest.right;
    ties = new DeviationTies(sorted, weights, left, right);
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
  void seek(double newCenter, WeightSum target, double scale) {
    center = newCenter;
    nearest.seek(center, lastInner, target, scale);
    look();
    double inner = isEmpty() ? 0 : inner();
    lastInner = inner < Double.POSITIVE_INFINITY ? inner : 0;
  }

  /**
   * The weighted median of the deviations.
   *
   * @param newNoise how far the original's centre may be from this one
   * @return whether the original's order of summation is needed to tell
   */
  boolean find(
      double newCenter,
      double newNoise,
      WeightSum target,
      double scale,
      double rounding,
      Bracket out) {
    noise = newNoise;
    if (ties.isSettled(newCenter)) {
      return ties.find(newCenter, noise, target, scale, rounding, out);
    }
    ties.sleep();
    seek(newCenter, target, scale);
    if (isTied()) {
      ties.wake(isEmpty() ? outer() : inner());
      return ties.find(center, noise, target, scale, rounding, out);
    }
    bracket(target, scale, rounding, out);
    return out.isNearLower() || out.isNearUpper();
  }

  private void look() {
    outLeft = left.below();
    outRight = right.above();
    inLeft = left.above();
    inRight = right.below();
    toOutLeft = outLeft < 0 ? Double.POSITIVE_INFINITY : center - sorted.values[outLeft];
    toOutRight = outRight < 0 ? Double.POSITIVE_INFINITY : sorted.values[outRight] - center;
    toInLeft = inLeft < 0 ? 0 : center - sorted.values[inLeft];
    toInRight = inRight < 0 ? 0 : sorted.values[inRight] - center;
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

  private void bracket(WeightSum target, double scale, double rounding, Bracket out) {
    int upper = leftIsNearer() ? outLeft : outRight;
    if (isEmpty() || upper < 0) {
      out.set(isEmpty() ? outer() : inner());
      return;
    }
    remainder.set(target);
    remainder.add(-right.high, -right.low);
    remainder.add(left.high, left.low);
    int lowerRow = sorted.rows[leftIsFarther() ? inLeft : inRight];
    int upperRow = sorted.rows[upper];
    out.set(
        remainder,
        scale,
        inner(),
        weights.high(lowerRow),
        weights.low(lowerRow),
        outer(),
        weights.high(upperRow),
        weights.low(upperRow),
        rounding);
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
    return next >= 0 && Math.abs(sorted.values[next] - center) == outer();
  }

  private boolean isTiedInside() {
    if (inLeft != inRight && Math.abs(toInLeft - toInRight) <= noise) {
      return true;
    }
    int next = leftIsFarther() ? left.secondAbove() : right.secondBelow();
    return next >= 0 && Math.abs(sorted.values[next] - center) == inner();
  }
}
