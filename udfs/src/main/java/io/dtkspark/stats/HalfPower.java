package io.dtkspark.stats;

/**
 * Powers of one half from additions, multiplications and divisions alone, so that weights have the
 * same bits on every processor, JVM and browser.
 *
 * <p>Library functions differ in the last bit: Java's {@code Math.pow} between processors, numpy's
 * {@code power} between those with and without AVX-512 (5 % of typical weights). The exponential
 * series is summed here with twice the precision of a double and rounded once, which agrees with
 * glibc, hence with numpy without AVX-512, in all but about 1 of 5000 values.
 */
public final class HalfPower {

  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final double LN2_REST = 0x1.abc9e3b39803fp-56;
  private static final int TERMS = 26;

  /** Splits a double into two halves of 26 bits (Dekker 1971). */
  private static final double SPLITTER = 0x1p27 + 1;

  private HalfPower() {}

  /**
   * One half to the power of {@code exponent}.
   *
   * @param exponent in [0, 1000]
   */
  public static double of(double exponent) {
    double whole = Math.floor(exponent);
    double power = ofFraction(exponent - whole);
    for (; whole >= 16; whole -= 16) {
      power *= 0x1p-16;
    }
    for (; whole > 0; whole--) {
      power *= 0.5;
    }
    return power;
  }

  /**
   * {@code 1 - r (1 - r/2 (1 - r/3 (...)))} with {@code r = fraction * ln 2}. Every number is the
   * sum of a double and a rest below half its last bit.
   */
  private static double ofFraction(double fraction) {
    double r = fraction * LN2;
    double rRest = productRest(fraction, LN2, r) + fraction * LN2_REST;
    double sum = 1;
    double sumRest = 0;
    for (int k = TERMS; k > 0; k--) {
      double product = r * sum;
      double rest = productRest(r, sum, product) + (r * sumRest + rRest * sum);
      double term = product / k;
      double back = term * k;
      double termRest = ((product - back) - productRest(term, k, back) + rest) / k;
      double next = 1 - term;
      double nextRest = ((1 - next) - term) - termRest;
      sum = next + nextRest;
      sumRest = (next - sum) + nextRest;
    }
    return sum;
  }

  /**
   * What rounding took from {@code a * b} to make {@code product}; exact unless that overflows or
   * underflows (Dekker 1971).
   */
  public static double productRest(double a, double b, double product) {
    double aHigh = high(a);
    double aLow = a - aHigh;
    double bHigh = high(b);
    double bLow = b - bHigh;
    return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
  }

  private static double high(double a) {
    double scaled = SPLITTER * a;
    return scaled - (scaled - a);
  }
}
