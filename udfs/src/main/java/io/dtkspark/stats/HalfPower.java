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

  private HalfPower() {}

  /**
   * One half to the power of {@code exponent}.
   *
   * @param exponent in [0, 1000]
   */
  public static double of(double exponent) {
    double whole = Math.floor(exponent);
    double[] pair = new double[2];
    ofFraction(exponent - whole, 0.0, pair);
    return shift(pair[0], whole);
  }

  /**
   * One half to the power of {@code exponent + rest}, to about 100 bits.
   *
   * @param exponent in [-900, 900], so that the rest does not underflow
   * @param rest what is missing from {@code exponent}, below half its last bit
   * @param out receives the power rounded to a double, and what rounding took from it
   */
  public static void pair(double exponent, double rest, double[] out) {
    double whole = Math.floor(exponent);
    double fraction = exponent - whole;
    double lost = (exponent - (fraction + whole)) + rest;
    ofFraction(fraction, lost, out);
    out[0] = shift(out[0], whole);
    out[1] = shift(out[1], whole);
  }

  /** Halves {@code power} as many times as {@code whole} says, doubles it when that is negative. */
  private static double shift(double power, double whole) {
    double shifted = power;
    double left = whole;
    for (; left >= 16; left -= 16) {
      shifted *= 0x1p-16;
    }
    for (; left <= -16; left += 16) {
      shifted *= 0x1p16;
    }
    for (; left > 0; left--) {
      shifted *= 0.5;
    }
    for (; left < 0; left++) {
      shifted *= 2;
    }
    return shifted;
  }

  /**
   * {@code 1 - r (1 - r/2 (1 - r/3 (...)))} with {@code r = fraction * ln 2}. Every number is the
   * sum of a double and a rest below half its last bit.
   */
  private static void ofFraction(double fraction, double fractionRest, double[] out) {
    double r = fraction * LN2;
    double rRest = ExactProduct.rest(fraction, LN2, r) + fraction * LN2_REST + fractionRest * LN2;
    double sum = 1;
    double sumRest = 0;
    for (int k = TERMS; k > 0; k--) {
      double product = r * sum;
      double rest = ExactProduct.rest(r, sum, product) + (r * sumRest + rRest * sum);
      double term = product / k;
      double back = term * k;
      double termRest = ((product - back) - ExactProduct.rest(term, k, back) + rest) / k;
      double next = 1 - term;
      double nextRest = ((1 - next) - term) - termRest;
      sum = next + nextRest;
      sumRest = (next - sum) + nextRest;
    }
    out[0] = sum;
    out[1] = sumRest;
  }
}
