package io.dtkspark.rolling;

/**
 * The rows nearest to a centre that hold half of the weight: an interval of the sorted rows.
 *
 * <p>Its ends stay from step to step. They first move to the last distance on either side of the
 * new centre, then outwards or inwards, the nearest row outside or the farthest inside first; when
 * that goes on, whole blocks, as long as both next ones surely belong.
 *
 * <p>The ends are where the midpoints of the weights, in the order of distance, begin to exceed the
 * target. Which one of equally distant rows is inside is left open, see {@link DeviationTies}.
 */
final class NearestRows {

  /** Rows after which whole blocks are tried. */
  private static final int LONG_WALK = 16;

  final WeightCursor left;
  final WeightCursor right;
  private final SortedRows sorted;
  private double center;
  private WeightTarget target;

  NearestRows(SortedRows sorted) {
    this.sorted = sorted;
    left = sorted.newCursor();
    right = sorted.newCursor();
  }

  /**
   * Moves the ends.
   *
   * @param start a distance to begin with, at least 0
   */
  void seek(double newCenter, double start, WeightTarget newTarget) {
    center = newCenter;
    target = newTarget;
    left.approachDeviation(center, -start);
    right.approachDeviation(center, start);
    if (!grow()) {
      shrink();
    }
  }

  private boolean grow() {
    boolean moved = false;
    int l = left.below();
    int r = right.above();
    double rest = rest(0, 0);
    for (int steps = 1; l >= 0 || r >= 0; steps++) {
      boolean takesLeft = r < 0 || (l >= 0 && toLeft(l) <= toRight(r));
      double weight = weight(takesLeft ? l : r);
      if (rest < 0.5 * weight) {
        return moved;
      }
      rest -= weight;
      if (takesLeft) {
        left.moveDown(l);
        l = left.below();
      } else {
        right.moveUp(r);
        r = right.above();
      }
      moved = true;
      if (steps % LONG_WALK == 0) {
        growByBlocks();
        l = left.below();
        r = right.above();
        rest = rest(0, 0);
      }
    }
    return moved;
  }

  private void shrink() {
    int l = left.above();
    int r = right.below();
    double rest = rest(0, 0);
    for (int steps = 1; l != right.above(); steps++) {
      boolean takesLeft = toLeft(l) > toRight(r);
      double weight = weight(takesLeft ? l : r);
      if (rest + 0.5 * weight >= 0) {
        return;
      }
      rest += weight;
      if (takesLeft) {
        left.moveUp(l);
        l = left.above();
      } else {
        right.moveDown(r);
        r = right.below();
      }
      if (steps % LONG_WALK == 0) {
        shrinkByBlocks();
        l = left.above();
        r = right.below();
        rest = rest(0, 0);
      }
    }
  }

  private double weight(int slot) {
    return target.rounded(sorted.high(slot), sorted.low(slot));
  }

  /** Takes in whole blocks, the one that ends nearer first, while both next ones surely fit. */
  private void growByBlocks() {
    for (; ; ) {
      int l = left.blockBelow();
      int r = right.blockAbove();
      boolean hasLeft = l >= 0;
      boolean hasRight = r >= 0;
      if (l == r || (!hasLeft && !hasRight)) {
        return;
      }
      double high = (hasLeft ? sorted.blockHigh(l) : 0) + (hasRight ? sorted.blockHigh(r) : 0);
      double low = (hasLeft ? sorted.blockLow(l) : 0) + (hasRight ? sorted.blockLow(r) : 0);
      if (rest(-high, -low) < 0) {
        return;
      }
      boolean leftEndsNearer =
          !hasRight || (hasLeft && center - sorted.firstValue(l) <= sorted.lastValue(r) - center);
      if (leftEndsNearer) {
        left.moveDownBlock();
      } else {
        right.moveUpBlock();
      }
    }
  }

  /** Lets whole blocks out, the one that begins farther first, while both are surely too much. */
  private void shrinkByBlocks() {
    for (; ; ) {
      int l = left.blockAbove();
      int r = right.blockBelow();
      if (l >= r) {
        return;
      }
      double high = sorted.blockHigh(l) + sorted.blockHigh(r);
      double low = sorted.blockLow(l) + sorted.blockLow(r);
      if (rest(high, low) >= 0) {
        return;
      }
      if (center - sorted.lastValue(l) >= sorted.firstValue(r) - center) {
        left.moveUpBlock();
      } else {
        right.moveDownBlock();
      }
    }
  }

  private double toLeft(int slot) {
    return center - sorted.value(slot);
  }

  private double toRight(int slot) {
    return sorted.value(slot) - center;
  }

  /** The target minus the weight of the interval plus a pair; good for telling its sign. */
  private double rest(double pairHigh, double pairLow) {
    return (((target.high - right.high) + left.high) + pairHigh)
        + target.scale * (((target.low - right.low) + left.low) + pairLow);
  }
}
