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
  private int outLeft;
  private int outRight;
  private int inLeft;
  private int inRight;
  private double toOutLeft;
  private double toOutRight;
  private double toInLeft;
  private double toInRight;
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

  /** The greatest deviation inside; for uniform weights the order statistic of the rank. */
  double inner() {
    return Math.max(toInLeft, toInRight);
  }

  /** The least deviation outside. */
  double outer() {
    return Math.min(toOutLeft, toOutRight);
  }

  /** Moves both ends to where they hold the nearest rows up to the target. */
  void seek(double newCenter, WeightSum newTarget, double newScale) {
    center = newCenter;
    target = newTarget;
    scale = newScale;
    left.seekDeviation(center, -lastDeviation, false);
    right.seekDeviation(center, lastDeviation, true);
    if (grow()) {
      lookInside();
    } else {
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
    ties.sleep();
    seek(newCenter, newTarget, newScale);
    if (isTied()) {
      ties.wake();
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
    int lower = lowerSlot();
    int upper = upperSlot();
    if (upper < 0) {
      out.set(inner());
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
        inner(),
        weights.high(lowerRow),
        weights.low(lowerRow),
        outer(),
        weights.high(upperRow),
        weights.low(upperRow),
        rounding);
  }

  private void lookOutside() {
    outLeft = left.below();
    outRight = right.above();
    toOutLeft = outLeft < 0 ? Double.POSITIVE_INFINITY : center - sorted.values[outLeft];
    toOutRight = outRight < 0 ? Double.POSITIVE_INFINITY : sorted.values[outRight] - center;
  }

  private void lookInside() {
    inLeft = left.above();
    inRight = right.below();
    toInLeft = inLeft < 0 ? 0 : Math.abs(sorted.values[inLeft] - center);
    toInRight = inRight < 0 ? 0 : Math.abs(sorted.values[inRight] - center);
  }

  private boolean isEmpty() {
    return inLeft == outRight;
  }

  private int lowerSlot() {
    return toInLeft > toInRight ? inLeft : inRight;
  }

  private int upperSlot() {
    return takesLeft() ? outLeft : outRight;
  }

  private boolean takesLeft() {
    return outRight < 0 || (outLeft >= 0 && toOutLeft <= toOutRight);
  }

  private boolean grow() {
    boolean moved = growByBlocks();
    lookOutside();
    while (outLeft >= 0 || outRight >= 0) {
      boolean takesLeft = takesLeft();
      int row = sorted.rows[takesLeft ? outLeft : outRight];
      double high = weights.high(row);
      double low = weights.low(row);
      if (distance(0.5 * high, 0.5 * low) < 0) {
        return moved;
      }
      if (takesLeft) {
        left.moveDown(high, low);
        outLeft = left.below();
        toOutLeft = outLeft < 0 ? Double.POSITIVE_INFINITY : center - sorted.values[outLeft];
      } else {
        right.moveUp(high, low);
        outRight = right.above();
        toOutRight = outRight < 0 ? Double.POSITIVE_INFINITY : sorted.values[outRight] - center;
      }
      moved = true;
    }
    return moved;
  }

  private void shrink() {
    shrinkByBlocks();
    lookInside();
    while (inLeft != right.above()) {
      boolean takesLeft = toInLeft > toInRight;
      int row = sorted.rows[takesLeft ? inLeft : inRight];
      double high = weights.high(row);
      double low = weights.low(row);
      if (distance(-0.5 * high, -0.5 * low) >= 0) {
        break;
      }
      if (takesLeft) {
        left.moveUp(high, low);
        inLeft = left.above();
        toInLeft = inLeft < 0 ? 0 : Math.abs(sorted.values[inLeft] - center);
      } else {
        right.moveDown(high, low);
        inRight = right.below();
        toInRight = inRight < 0 ? 0 : Math.abs(sorted.values[inRight] - center);
      }
    }
    lookOutside();
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

  /** Whether rows at or next to the ends have equal deviations. */
  private boolean isTied() {
    boolean leftIsNear = takesLeft();
    if (isEmpty()) {
      return same(outLeft, toOutLeft, outRight, toOutRight)
          || (leftIsNear
              ? same(toOutLeft, left.secondBelow())
              : same(toOutRight, right.secondAbove()));
    }
    boolean leftIsFar = toInLeft > toInRight;
    return Math.abs(inner() - outer()) <= noise
        || same(outLeft, toOutLeft, outRight, toOutRight)
        || (inLeft != inRight && Math.abs(toInLeft - toInRight) <= noise)
        || (leftIsNear ? same(toOutLeft, left.secondBelow()) : same(toOutRight, right.secondAbove()))
        || (leftIsFar ? same(toInLeft, left.secondAbove()) : same(toInRight, right.secondBelow()));
  }

  private boolean same(int slot, double deviation, int otherSlot, double other) {
    return slot >= 0 && otherSlot >= 0 && Math.abs(deviation - other) <= noise;
  }

  private boolean same(double deviation, int slot) {
    return slot >= 0 && Math.abs(sorted.values[slot] - center) == deviation;
  }

  private double distance(double pairHigh, double pairLow) {
    return (((target.high - right.high) + left.high) - pairHigh)
        + scale * (((target.low - right.low) + left.low) - pairLow);
  }
}
