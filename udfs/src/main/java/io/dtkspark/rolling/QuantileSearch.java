package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;

/**
 * A quantile of the values of weighted rows. A cursor stays where the quantile was, so that a step
 * costs about as many rows as the quantile moves over.
 */
final class QuantileSearch {

  private final SortedRows sorted;
  private final double quantile;
  private final WeightCursor cursor;
  private final WeightCursor probe;
  private final HazenRank rank;
  private final WeightSum remainder = new WeightSum();

  /**
   * @param quantile 0.25, 0.5 or 0.75
   */
  QuantileSearch(SortedRows sorted, double quantile) {
    this.sorted = sorted;
    this.quantile = quantile;
    cursor = sorted.newCursor();
    probe = sorted.newProbe();
    rank = new HazenRank(quantile);
  }

  HazenRank rank() {
    return rank;
  }

  /** The quantile of uniform weights, bit by bit as from a sorted array. */
  double findUniform(WeightTarget target) {
    seek(target);
    rank.resize(sorted.size());
    int below = cursor.below();
    if (below < 0) {
      return sorted.value(cursor.above());
    }
    double value = sorted.value(below);
    return rank.isExact() ? value : rank.between(value, sorted.value(cursor.above()));
  }

  /**
   * Finds the quantile.
   *
   * @return whether the original's order of summation is needed to tell
   */
  boolean find(WeightTarget target, Bracket out) {
    seek(target);
    int below = cursor.below();
    int above = cursor.above();
    if (below < 0 || above < 0) {
      out.set(sorted.value(Math.max(below, above)));
      return isNearEnd(below, above, target) && !isFlat(target);
    }
    remainder.set(target);
    remainder.subtract(cursor);
    out.set(remainder, target, sorted.value(below), below, sorted.value(above), above, sorted);
    return out.isNearEdge() && !isSmooth(target, out) && !isFlat(target);
  }

  /**
   * Whether it hardly matters on which side of a row the original's rounding puts the target. Sums
   * that are not exact would have to be compared more carefully.
   */
  private boolean isSmooth(WeightTarget target, Bracket out) {
    if (!sorted.weights.areExact()) {
      return false;
    }
    boolean smooth = true;
    int next = cursor.secondBelow();
    if (out.isNearLower() && next >= 0) {
      smooth = out.reachesDown(sorted.value(cursor.below()), sorted.value(next), target);
    }
    next = cursor.secondAbove();
    if (out.isNearUpper() && next >= 0) {
      smooth &= out.reachesUp(sorted.value(cursor.above()), sorted.value(next), target);
    }
    return smooth;
  }

  private void seek(WeightTarget target) {
    target.aim(sorted.total, quantile);
    cursor.seekMidpoint(target);
  }

  /** Whether rounding may move the target past the midpoint of the first or last row. */
  private boolean isNearEnd(int below, int above, WeightTarget target) {
    int slot = Math.max(below, above);
    double half = below < 0 ? 0.5 : -0.5;
    double high = half * sorted.high(slot);
    double low = half * sorted.low(slot);
    return !(Math.abs(target.above(cursor, high, low)) > target.rounding);
  }

  /** Whether all rows that rounding may move the target to have the same value. */
  private boolean isFlat(WeightTarget target) {
    double reach = sorted.weights.reach(target.rounding);
    probe.set(cursor);
    target.add(-reach, 0);
    probe.seekMidpoint(target);
    int lowest = probe.below() < 0 ? probe.above() : probe.below();
    target.add(2 * reach, 0);
    probe.seekMidpoint(target);
    int highest = probe.above() < 0 ? probe.below() : probe.above();
    target.aim(sorted.total, quantile);
    return sorted.value(lowest) == sorted.value(highest);
  }
}
