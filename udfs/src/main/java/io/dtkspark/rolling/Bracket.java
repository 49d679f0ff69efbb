package io.dtkspark.rolling;

import io.dtkspark.stats.HalfPower;
import io.dtkspark.stats.Interpolation;

/**
 * A quantile between two neighbours in some order of weighted rows, interpolated between the
 * midpoints of their weights.
 *
 * <p>Everything up to the share of the distance is kept in pairs and rounded once, so that the
 * result has no trace of the base that weights count from.
 *
 * <p>detectkit takes its sums in doubles. By how much that can move the quantile is estimated:
 * {@link #doubt()} is a bound as long as the quantile stays between these neighbours, and {@link
 * #isNearLower()} and {@link #isNearUpper()} say whether it may not.
 */
final class Bracket {

  private static final double ULPS = 0x1p-50;

  private double value;
  private double doubt;
  private double noise;
  private boolean nearLower;
  private boolean nearUpper;

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

  boolean isNearLower() {
    return nearLower;
  }

  boolean isNearUpper() {
    return nearUpper;
  }

  /** The quantile is a value, whatever the rounding. */
  void set(double newValue) {
    value = newValue;
    doubt = 0;
    noise = 0;
    nearLower = false;
    nearUpper = false;
  }

  /**
   * @param above what the target exceeds the sum of weights up to and including the lower neighbour
   *     by, as a pair; may be negative
   * @param rounding how far sums in doubles may be off
   */
  void set(
      WeightSum above,
      double scale,
      double lower,
      double lowerHigh,
      double lowerLow,
      double upper,
      double upperHigh,
      double upperLow,
      double rounding) {
    above.add(0.5 * lowerHigh, 0.5 * lowerLow);
    double part = above.high + scale * above.low;
    double partRest = (above.high - part) + scale * above.low;
    double sum = lowerHigh + upperHigh;
    double head = sum - lowerHigh;
    double rest = (lowerHigh - (sum - head)) + (upperHigh - head);
    double low = rest + scale * (lowerLow + upperLow);
    double whole = 0.5 * (sum + low);
    double wholeRest = 0.5 * ((sum - (sum + low)) + low);
    double perWeight = 1 / whole;
    double quotient = part * perWeight;
    double back = quotient * whole;
    double left = (part - back) - HalfPower.productRest(quotient, whole, back);
    double share = quotient + (left + (partRest - quotient * wholeRest)) * perWeight;
    if (share <= 0) {
      value = lower;
    } else if (share >= 1) {
      value = upper;
    } else {
      value = Interpolation.at(share, 0.0, lower, 1.0, upper);
    }
    nearLower = !(part > rounding);
    nearUpper = !(whole - part > rounding);
    doubt = lower == upper ? 0 : Math.abs(upper - lower) * (rounding * perWeight);
    noise = lower == upper ? 0 : doubt + ULPS * (Math.abs(lower) + Math.abs(upper));
  }
}
