package io.dtkspark.rolling;

/**
 * The median of the absolute deviations of weighted rows from a centre.
 *
 * <p>The nearest rows are an interval of the sorted rows. Its two ends are kept from step to step,
 * first moved to the last answer on either side of the new centre, then outwards or inwards, the
 * nearer or farther row first, until they hold half of the weight: whole blocks while both next
 * blocks surely belong, then single rows.
 */
final class DeviationSearch {

  private final SortedBlocks sorted;
  private final RowWeights weights;
  private final Cut left;
  private final Cut right;
  private final DeviationTies ties;
  private final WeightSum remainder = new WeightSum();
  private double center;
  private double noise;
  private double lastDeviation;
  private WeightSum target;
  private double scale;

  DeviationSearch(SortedBlocks sorted, RowWeights weights) {
    this.sorted = sorted;
    this.weights = weights;
    left = sorted.newCut();
    right = sorted.newCut();
    ties = new DeviationTies(sorted, weights, left, right);
  }

  void begin() {
    lastDeviation = 0;
    ties.begin();
  }

  /** The deviation just inside, for uniform weights; the one outside is {@link #outer()}. */
  double inner() {
    return Math.max(deviation(left.above()), deviation(right.below()));
  }

  double outer() {
    double toLeft = left.below() < 0 ? Double.POSITIVE_INFINITY : deviation(left.below());
    double toRight = right.above() < 0 ? Double.POSITIVE_INFINITY : deviation(right.above());
    return Math.min(toLeft, toRight);
  }

  /** Moves both ends to where they hold the nearest rows up to the target. */
  void seek(double newCenter, WeightSum newTarget, double newScale) {
    center = newCenter;
    target = newTarget;
    scale = newScale;
    left.seekDeviation(center, -lastDeviation, false);
    right.seekDeviation(center, lastDeviation, true);
    if (!grow()) {
      shrink();
    }
    double deviation = isEmpty() ? outer() : inner();
    lastDeviation = deviation < Double.POSITIVE_INFINITY ? deviation : 0;
  }

  /**
   * @return whether the original's order of summation is needed to tell
   */
  boolean find(
      double newCenter,
      double newNoise,
      WeightSum newTarget,
      double newScale,
      double rounding,
      Bracket out) {
    noise = newNoise;
    if (ties.isSettled(newCenter)) {
      return ties.find(newCenter, noise, newTarget, newScale, rounding, out);
    }
    seek(newCenter, newTarget, newScale);
    if (isTied()) {
      return ties.find(center, noise, lastDeviation, target, scale, rounding, out);
    }
    bracket(rounding, out);
    return out.isNearLower() || out.isNearUpper();
  }

  private void bracket(double rounding, Bracket out) {
    if (isEmpty()) {
      out.set(outer());
      return;
    }
    int lower = farthestInside();
    int upper = nearestOutside();
    if (upper < 0) {
      out.set(deviation(lower));
      return;
    }
    remainder.set(target);
    remainder.add(-right.high, -right.low);
    remainder.add(left.high, left.low);
    int lowerRow = sorted.rows[lower];
    int upperRow = sorted.rows[upper];
    out.set(
        remainder,
        scale,
        deviation(lower),
        weights.high(lowerRow),
        weights.low(lowerRow),
        deviation(upper),
        weights.high(upperRow),
        weights.low(upperRow),
        rounding);
  }

  private boolean grow() {
    boolean moved = growByBlocks();
    for (; ; ) {
      int slot = nearestOutside();
      if (slot < 0 || exceeds(slot)) {
        return moved;
      }
      if (slot == left.below()) {
        left.moveDown();
      } else {
        right.moveUp();
      }
      moved = true;
    }
  }

  private boolean exceeds(int slot) {
    int row = sorted.rows[slot];
    return distance(0.5 * weights.high(row), 0.5 * weights.low(row)) < 0;
  }

  private void shrink() {
    shrinkByBlocks();
    while (!isEmpty()) {
      int slot = farthestInside();
      int row = sorted.rows[slot];
      if (distance(-0.5 * weights.high(row), -0.5 * weights.low(row)) >= 0) {
        return;
      }
      if (slot == left.above()) {
        left.moveUp();
      } else {
        right.moveDown();
      }
    }
  }

  private boolean growByBlocks() {
    boolean moved = false;
    for (; ; ) {
      int toLeft = left.placeBelow();
      int toRight = right.placeAbove();
      boolean noLeft = toLeft < 0;
      boolean noRight = toRight >= sorted.blocks;
      if (toLeft == toRight || (noLeft && noRight)) {
        return moved;
      }
      int l = noLeft ? 0 : sorted.order[toLeft];
      int r = noRight ? 0 : sorted.order[toRight];
      double high = (noLeft ? 0 : sorted.high[l]) + (noRight ? 0 : sorted.high[r]);
      double low = (noLeft ? 0 : sorted.low[l]) + (noRight ? 0 : sorted.low[r]);
      if (distance(high, low) < 0) {
        return moved;
      }
      boolean takeLeft =
          noRight
              || (!noLeft
                  && center - sorted.values[l << sorted.shift] <= sorted.last[toRight] - center);
      if (takeLeft) {
        left.moveDownBlock();
      } else {
        right.moveUpBlock();
      }
      moved = true;
    }
  }

  private void shrinkByBlocks() {
    for (; ; ) {
      int fromLeft = left.placeAbove();
      int fromRight = right.placeBelow();
      if (fromLeft >= fromRight) {
        return;
      }
      int l = sorted.order[fromLeft];
      int r = sorted.order[fromRight];
      if (distance(-sorted.high[l] - sorted.high[r], -sorted.low[l] - sorted.low[r]) >= 0) {
        return;
      }
      if (center - sorted.last[fromLeft] >= sorted.values[r << sorted.shift] - center) {
        left.moveUpBlock();
      } else {
        right.moveDownBlock();
      }
    }
  }

  private boolean isEmpty() {
    return left.above() == right.above();
  }

  private int nearestOutside() {
    int l = left.below();
    int r = right.above();
    if (l < 0 || r < 0) {
      return Math.max(l, r);
    }
    return deviation(l) <= deviation(r) ? l : r;
  }

  private int farthestInside() {
    int l = left.above();
    int r = right.below();
    return deviation(l) > deviation(r) ? l : r;
  }

  /** Whether rows at or next to the ends have equal deviations. */
  private boolean isTied() {
    int l = left.below();
    int r = right.above();
    if (isEmpty()) {
      return equal(l, r)
          || (nearestOutside() == l ? equal(l, left.secondBelow()) : equal(r, right.secondAbove()));
    }
    int inner = farthestInside();
    int outer = nearestOutside();
    return equal(inner, outer)
        || equal(l, r)
        || (left.above() != right.below() && equal(left.above(), right.below()))
        || equal(outer, outer == l ? left.secondBelow() : right.secondAbove())
        || equal(inner, inner == left.above() ? left.secondAbove() : right.secondBelow());
  }

  private boolean equal(int slot, int other) {
    return slot >= 0
        && other >= 0
        && Math.abs(deviation(slot) - deviation(other)) <= noise;
  }

  private double deviation(int slot) {
    return Math.abs(sorted.values[slot] - center);
  }

  private double distance(double pairHigh, double pairLow) {
    return (((target.high - right.high) + left.high) - pairHigh)
        + scale * (((target.low - right.low) + left.low) - pairLow);
  }
}
