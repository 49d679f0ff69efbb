package io.dtkspark.stats;

/**
 * A number as the unevaluated sum of two doubles, the second at most half a unit in the last place
 * of the first: about 106 bits, with nothing but additions and multiplications. Mutable.
 *
 * <p>A result is off by at most about {@code 2^-104} of the sum of the absolute operands. Infinite
 * or beyond 1e300, operands give NaN; products below 1e-270 lose digits. After T. J. Dekker, "A
 * floating-point technique for extending the available precision", 1971.
 */
final class DoubleDouble {

  private double high;
  private double low;

  double high() {
    return high;
  }

  double low() {
    return low;
  }

  DoubleDouble set(double newHigh, double newLow) {
    high = newHigh;
    low = newLow;
    return this;
  }

  DoubleDouble set(DoubleDouble other) {
    return set(other.high, other.low);
  }

  DoubleDouble add(DoubleDouble other) {
    return add(other.high, other.low);
  }

  DoubleDouble subtract(DoubleDouble other) {
    return add(-other.high, -other.low);
  }

  private DoubleDouble add(double otherHigh, double otherLow) {
    double sum = high + otherHigh;
    double gained = sum - high;
    double error = (high - (sum - gained)) + (otherHigh - gained);
    return setSum(sum, error + (low + otherLow));
  }

  DoubleDouble multiply(double factor) {
    double product = high * factor;
    return setSum(product, ExactProduct.rest(high, factor, product) + low * factor);
  }

  /** Becomes the sum of a number and a much smaller one. */
  DoubleDouble setSum(double sum, double rest) {
    high = sum + rest;
    low = rest - (high - sum);
    return this;
  }
}
