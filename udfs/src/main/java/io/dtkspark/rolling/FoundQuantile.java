package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;

/**
 * A quantile told from the rows between two bounds and the weight below them.
 *
 * <p>For equal weights this is a matter of counting. Otherwise the quantile is interpolated between
 * the midpoints of weights, see {@link Bracket}, and left open where the original's rounding has a
 * say: when it may carry the target across a light row, or swap deviations that are nearly equal.
 */
final class FoundQuantile {

  /** What came of the attempt. */
  enum Outcome {
    FOUND,
    /** The quantile, or a neighbour that has a say, lies below the bounds. */
    LOWER,
    /** It lies above the bounds. */
    HIGHER,
    /** Only the original's order of summation can tell. */
    OPEN
  }

  /** Errors of the target, relative to the weight of the row next to it, that do not show. */
  private static final double STEADY = 1e-8;

  /** Differences between deviations, relative to values, that may be rounding. */
  private static final double TIE = 1e-13;

  /** Deviations, relative to values, that are nothing but rounding. */
  private static final double NOISE = 1e-11;

  private final RowWeights weights;
  private final WindowWeight window;
  private final WeightSum remainder = new WeightSum();
  private final Bracket bracket;
  private WeightTarget target = new WeightTarget();
  private double lower;
  private double upper;
  private double distance;

  /**
   * @param window what all rows weigh that might be found
   */
  FoundQuantile(RowWeights weights, WindowWeight window) {
    this.weights = weights;
    this.window = window;
    bracket = new Bracket(weights);
  }

  double value() {
    return bracket.value();
  }

  /** By how much the original's rounding may have moved it. */
  double doubt() {
    return bracket.doubt();
  }

  /** The neighbour below. */
  double lower() {
    return lower;
  }

  /** The neighbour above. */
  double upper() {
    return upper;
  }

  /** By about how many rows of average weight the bounds are off. */
  double distance() {
    return distance;
  }

  /** The quantile of equally weighted rows. */
  Outcome find(FoundRows found, HazenRank rank) {
    int first = rank.rank() - found.countBelow();
    int second = rank.isExact() ? first : first + 1;
    if (first < 0) {
      distance = -first;
      return Outcome.LOWER;
    }
    if (second >= found.size()) {
      distance = second - found.size() + 1.0;
      return Outcome.HIGHER;
    }
    found.sortAround(first, found.size(), 1.0);
    lower = found.values()[first];
    upper = found.values()[second];
    bracket.set(rank.isExact() ? lower : rank.between(lower, upper));
    return Outcome.FOUND;
  }

  /** The quantile of weighted rows. */
  Outcome find(FoundRows found, WeightTarget newTarget) {
    target = newTarget;
    double inside = found.weight(target.scale);
    double before = target.above(found.below(), 0, 0);
    distance = 1;
    if (before < 0 && found.countBelow() > 0) {
      distance -= before / window.average();
      return Outcome.LOWER;
    }
    if (before > inside && found.countAbove() > 0) {
      distance += (before - inside) / window.average();
      return Outcome.HIGHER;
    }
    found.sortAround(before, inside, target.scale);
    remainder.set(target);
    remainder.subtract(found.below());
    return between(found);
  }

  private Outcome between(FoundRows found) {
    int[] rows = found.rows();
    int at = found.sortedFrom();
    while (at < found.sortedTo() && remaining(rows[at], 0.5) >= 0) {
      remainder.add(-weights.high(rows[at]), -weights.low(rows[at]));
      at++;
    }
    int margin = found.isFolded() ? 1 : 0;
    if (at <= margin && found.countBelow() > 0) {
      return Outcome.LOWER;
    }
    if (at + margin >= found.size() && found.countAbove() > 0) {
      return Outcome.HIGHER;
    }
    if (at == 0 || at == found.size()) {
      return atEnd(found, at);
    }
    lower = found.values()[at - 1];
    upper = found.values()[at];
    bracket.set(remainder, target, lower, rows[at - 1], upper, rows[at]);
    boolean steps = bracket.isNearEdge() && (isLight(rows[at - 1]) || isLight(rows[at]));
    return steps || (found.isFolded() && isTied(found, at)) ? Outcome.OPEN : Outcome.FOUND;
  }

  /** The quantile lies outside the midpoints of all rows. */
  private Outcome atEnd(FoundRows found, int at) {
    int end = at == 0 ? 0 : at - 1;
    lower = found.values()[end];
    upper = lower;
    bracket.set(lower);
    int row = found.rows()[end];
    boolean near = Math.abs(remaining(row, at == 0 ? 0.5 : -0.5)) <= target.rounding;
    return near && isLight(row) ? Outcome.OPEN : Outcome.FOUND;
  }

  /** What is left of the target after a part of a row. */
  private double remaining(int row, double part) {
    return (remainder.high - part * weights.high(row))
        + target.scale * (remainder.low - part * weights.low(row));
  }

  /**
   * Whether it matters on which side of a row the target is: around a heavier one the interpolation
   * is steady.
   */
  private boolean isLight(int row) {
    return (weights.high(row) + target.scale * weights.low(row)) * STEADY < target.rounding;
  }

  /**
   * Whether rounding of the centre may change the order of the deviations here, which decides whose
   * weight comes first. Where deviations are nothing but rounding it does not matter.
   */
  private static boolean isTied(FoundRows found, int at) {
    double[] values = found.values();
    double size = Math.abs(found.center()) + values[at];
    boolean tied = false;
    for (int k = Math.max(at - 1, 1); k <= Math.min(at + 1, found.size() - 1); k++) {
      tied |= values[k] - values[k - 1] < TIE * size;
    }
    return tied && values[at] > NOISE * size;
  }
}
