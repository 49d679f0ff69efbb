package io.dtkspark.rolling;

/**
 * The rows nearest to a centre that hold half of the weight: an interval of the sorted rows.
 *
 * <p>Its ends are kept from step to step. They first move to the last distance on either side of
 * the new centre, then outwards or inwards, the nearest row outside or the farthest inside first;
 * past the first block border whole blocks, as long as both next ones surely belong.
 *
 * <p>The ends are where the midpoints of the weights, in the order of distance, begin to exceed the
 * target. Among equally distant rows the order is arbitrary here, see {@link DeviationTies}.
 */
final class NearestRows {

  final Cut left;
  final Cut right;
  private final SortedBlocks sorted;
  private final RowWeights weights;
  private double center;
  private WeightSum target;
  private double scale;

  NearestRows(SortedBlocks sorted, RowWeights weights) {
    this.sorted = sorted;
    this.weights = weights;
    left = sorted.newCut();
    right = sorted.newCut();
  }

  /**
   * Moves the ends.
   *
   * @param start a distance to begin with, at least 0
   */
  void seek(double newCenter, double start, WeightSum newTarget, double newScale) {
    center = newCenter;
    target = newTarget;
    scale = newScale;
    left.approachDeviation(center, -start);
    right.approachDeviation(center, start);
    if (!grow()) {
      shrink();
    }
  }

  /** Takes rows in while their midpoints do not exceed the target; sums stay in locals. */
  private boolean grow() {
    double[] values = sorted.values;
    int[] rows = sorted.rows;
    boolean moved = false;
    for (; ; ) {
      left.faceDown();
      right.faceUp();
      int l = left.slot() - 1;
      int r = right.slot();
      int from = left.firstSlot();
      int end = right.endSlot();
      boolean hasLeft = l >= from;
      boolean hasRight = r < end;
      if (!hasLeft && !hasRight) {
        return moved;
      }
      double toLeft = hasLeft ? center - values[l] : 0;
      double toRight = hasRight ? values[r] - center : 0;
      double leftHigh = left.high;
      double leftLow = left.low;
      double rightHigh = right.high;
      double rightLow = right.low;
      boolean full = false;
      for (; ; ) {
        boolean takesLeft = !hasRight || (hasLeft && toLeft <= toRight);
        int row = rows[takesLeft ? l : r];
        double high = weights.high(row);
        double low = weights.low(row);
        double rest =
            (((target.high - rightHigh) + leftHigh) - 0.5 * high)
                + scale * (((target.low - rightLow) + leftLow) - 0.5 * low);
        if (rest < 0) {
          full = true;
          break;
        }
        moved = true;
        if (takesLeft) {
          double sum = leftHigh - high;
          double part = sum - leftHigh;
          leftLow += ((leftHigh - (sum - part)) - (high + part)) - low;
          leftHigh = sum;
          if (--l < from) {
            break;
          }
          toLeft = center - values[l];
        } else {
          double sum = rightHigh + high;
          double part = sum - rightHigh;
          rightLow += ((rightHigh - (sum - part)) + (high - part)) + low;
          rightHigh = sum;
          if (++r == end) {
            break;
          }
          toRight = values[r] - center;
        }
      }
      left.moveTo(l + 1, leftHigh, leftLow);
      right.moveTo(r, rightHigh, rightLow);
      if (full) {
        return moved;
      }
      growByBlocks();
    }
  }

  /** Lets rows out while their midpoints exceed the target. */
  private void shrink() {
    double[] values = sorted.values;
    int[] rows = sorted.rows;
    for (; ; ) {
      left.faceUp();
      right.faceDown();
      if (!left.isBelow(right)) {
        return;
      }
      int l = left.slot();
      int r = right.slot() - 1;
      int from = left.isInBlockOf(right) ? l : right.firstSlot();
      int end = left.isInBlockOf(right) ? r + 1 : left.endSlot();
      boolean full = false;
      double leftHigh = left.high;
      double leftLow = left.low;
      double rightHigh = right.high;
      double rightLow = right.low;
      double toLeft = center - values[l];
      double toRight = values[r] - center;
      for (; ; ) {
        boolean takesLeft = toLeft > toRight;
        int row = rows[takesLeft ? l : r];
        double high = weights.high(row);
        double low = weights.low(row);
        double rest =
            (((target.high - rightHigh) + leftHigh) + 0.5 * high)
                + scale * (((target.low - rightLow) + leftLow) + 0.5 * low);
        if (rest >= 0) {
          full = true;
          break;
        }
        if (takesLeft) {
          double sum = leftHigh + high;
          double part = sum - leftHigh;
          leftLow += ((leftHigh - (sum - part)) + (high - part)) + low;
          leftHigh = sum;
          if (++l == end) {
            break;
          }
          toLeft = center - values[l];
        } else {
          double sum = rightHigh - high;
          double part = sum - rightHigh;
          rightLow += ((rightHigh - (sum - part)) - (high + part)) - low;
          rightHigh = sum;
          if (--r < from) {
            break;
          }
          toRight = values[r] - center;
        }
      }
      left.moveTo(l, leftHigh, leftLow);
      right.moveTo(r + 1, rightHigh, rightLow);
      if (full) {
        return;
      }
      shrinkByBlocks();
    }
  }

  /** Takes in whole blocks, the one that ends nearer first, while both next ones surely fit. */
  private void growByBlocks() {
    for (; ; ) {
      int toLeft = left.placeBelow();
      int toRight = right.placeAbove();
      boolean noLeft = toLeft < 0;
      boolean noRight = toRight >= sorted.blocks;
      if (toLeft == toRight || (noLeft && noRight)) {
        return;
      }
      int l = noLeft ? 0 : sorted.order[toLeft];
      int r = noRight ? 0 : sorted.order[toRight];
      double high = (noLeft ? 0 : sorted.high[l]) + (noRight ? 0 : sorted.high[r]);
      double low = (noLeft ? 0 : sorted.low[l]) + (noRight ? 0 : sorted.low[r]);
      if (rest(-high, -low) < 0) {
        return;
      }
      boolean takesLeft =
          noRight
              || (!noLeft
                  && center - sorted.values[l << sorted.shift] <= sorted.last[toRight] - center);
      if (takesLeft) {
        left.moveDownBlock();
      } else {
        right.moveUpBlock();
      }
    }
  }

  /** Lets whole blocks out, the one that begins farther first, while both are surely too much. */
  private void shrinkByBlocks() {
    for (; ; ) {
      int fromLeft = left.placeAbove();
      int fromRight = right.placeBelow();
      if (fromLeft >= fromRight) {
        return;
      }
      int l = sorted.order[fromLeft];
      int r = sorted.order[fromRight];
      if (rest(sorted.high[l] + sorted.high[r], sorted.low[l] + sorted.low[r]) >= 0) {
        return;
      }
      if (center - sorted.last[fromLeft] >= sorted.values[r << sorted.shift] - center) {
        left.moveUpBlock();
      } else {
        right.moveDownBlock();
      }
    }
  }

  /** The target minus the weight of the interval, plus a pair. */
  private double rest(double pairHigh, double pairLow) {
    return (((target.high - right.high) + left.high) + pairHigh)
        + scale * (((target.low - right.low) + left.low) + pairLow);
  }
}
