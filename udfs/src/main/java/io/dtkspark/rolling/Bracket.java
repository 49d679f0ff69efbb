package io.dtkspark.rolling;

import io.dtkspark.stats.ExactProduct;
import io.dtkspark.stats.Interpolation;

/**
 * A quantile between two neighbours in some order of weighted rows, interpolated between the
 * midpoints of their weights.
 *
 * <p>Everything up to the share of the distance is kept in pairs and rounded once, from about 90
 * bits: the result shows neither the base that weights count from nor what the sums went through
 * before.
 *
 * <p>detectkit sums in doubles. {@link #doubt()} bounds what that can do to the quantile as long as
 * it stays between these neighbours, {@link #isNearEdge()} says that it may not.
 */
final class Bracket {

  /** Some roundings of a double. */
  private static final double ROUNDINGS = 0x1p-50;

  private final RowWeights weights;
  private final WeightSum pair = new WeightSum();
  private double value;
  private double doubt;
  private double noise;
  private double lowerWeight;
  private double upperWeight;
  private boolean nearLower;
  private boolean nearUpper;

  Bracket(RowWeights weights) {
    this.weights = weights;
  }

  double value() {
    return value;
  }

  double doubt() {
    return doubt;
  }

  /** {@link #doubt()} and the rounding of the interpolation itself. */
  double noise() {
    return noise;
  }

  boolean isNearEdge() {
    return nearLower || nearUpper;
  }

  /** Whether the original may find the quantile below the midpoint of the lower neighbour. */
  boolean isNearLower() {
    return nearLower;
  }

  /** Whether the original may find the quantile above the midpoint of the upper neighbour. */
  boolean isNearUpper() {
    return nearUpper;
  }

  /**
   * Extends the doubt to the bracket below this one.
   *
   * @param lower the lower neighbour's value
   * @param next that of the row below it
   * @return false if the original may be even lower
   */
  boolean reachesDown(double lower, double next, WeightTarget target) {
    return reaches(lower, next, lowerWeight, target);
  }

  /** As {@link #reachesDown}, for the bracket above. */
  boolean reachesUp(double upper, double next, WeightTarget target) {
    return reaches(upper, next, upperWeight, target);
  }

  /** The next bracket weighs at least half of what its row at the edge does. */
  private boolean reaches(double edge, double next, double weight, WeightTarget target) {
    double reach = 2 * target.rounding;
    double more = edge == next ? 0 : Math.abs(next - edge) * reach / (0.5 * weight);
    doubt += more;
    noise += more;
    return 0.5 * weight > reach;
  }

  /** The quantile is this value, whatever the rounding. */
  void set(double newValue) {
    value = newValue;
    doubt = 0;
    noise = 0;
    nearLower = false;
    nearUpper = false;
  }

  /**
   * The quantile lies between two neighbouring rows.
   *
   * @param above the target minus the sum of weights up to and including the lower neighbour; used
   *     up
   */
  void set(
      WeightSum above,
      WeightTarget target,
      double lower,
      int lowerRow,
      double upper,
      int upperRow) {
    pair.high = weights.high(upperRow);
    pair.low = weights.low(upperRow);
    set(above, target, lower, weights.high(lowerRow), weights.low(lowerRow), upper, pair);
  }

  /**
   * The quantile lies between the neighbours in two slots.
   *
   * @param above the target minus the sum of weights up to and including the lower neighbour; used
   *     up
   */
  void set(
      WeightSum above,
      WeightTarget target,
      double lower,
      int lowerSlot,
      double upper,
      int upperSlot,
      SortedRows sorted) {
    pair.high = sorted.high(upperSlot);
    pair.low = sorted.low(upperSlot);
    set(above, target, lower, sorted.high(lowerSlot), sorted.low(lowerSlot), upper, pair);
  }

  private void set(
      WeightSum above,
      WeightTarget target,
      double lower,
      double lowerHigh,
      double lowerLow,
      double upper,
      WeightSum upperPair) {
    above.add(0.5 * lowerHigh, 0.5 * lowerLow);
    double part = above.high + target.scale * above.low;
    double partRest = (above.high - part) + target.scale * above.low;
    above.high = lowerHigh;
    above.low = lowerLow;
    above.add(upperPair);
    double whole = 0.5 * (above.high + target.scale * above.low);
    double wholeRest = (0.5 * above.high - whole) + 0.5 * target.scale * above.low;
    double perWeight = 1 / whole;
    double roughly = part * perWeight;
    double error = weights.areExact() ? 0 : ROUNDINGS * Math.abs(roughly);
    set(roughly - error, lower, upper);
    double least = value;
    set(roughly + error, lower, upper);
    if (value != least) {
      set(share(part, partRest, whole, wholeRest, perWeight), lower, upper);
    }
    nearLower = !(part > target.rounding);
    nearUpper = !(whole - part > target.rounding);
    lowerWeight = target.rounded(lowerHigh, lowerLow);
    upperWeight = target.rounded(upperPair.high, upperPair.low);
    doubt = lower == upper ? 0 : Math.abs(upper - lower) * target.rounding * perWeight;
    noise = lower == upper ? 0 : doubt + ROUNDINGS * (Math.abs(lower) + Math.abs(upper));
  }

  /** A quotient of sums of a double and a rest, rounded once. */
  private static double share(
      double part, double partRest, double whole, double wholeRest, double perWhole) {
    double quotient = part * perWhole;
    double back = quotient * whole;
    double left = (part - back) - ExactProduct.rest(quotient, whole, back);
    return quotient + (left + (partRest - quotient * wholeRest)) * perWhole;
  }

  private void set(double share, double lower, double upper) {
    if (share <= 0) {
      value = lower;
    } else if (share >= 1) {
      value = upper;
    } else {
      value = between(share, lower, upper);
    }
  }

  /** {@link Interpolation#at} for positions 0 and 1. */
  private static double between(double share, double lower, double upper) {
    double value = (upper - lower) * share + lower;
    return Double.isNaN(value) ? Interpolation.at(share, 0.0, lower, 1.0, upper) : value;
  }
}
