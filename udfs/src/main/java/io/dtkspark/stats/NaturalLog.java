package io.dtkspark.stats;

/**
 * Natural logarithms from additions, multiplications and divisions alone, so that logarithmic
 * changes have the same bits on every processor, JVM and browser.
 *
 * <p>Library functions differ in the last bit, which the difference of two close logarithms makes
 * large: verdicts would depend on the machine. With {@code x = m * 2^e} and {@code s = (m - 1) / (m
 * + 1)} the sum {@code e ln 2 + 2 (s + s^3/3 + s^5/5 + ...)} is taken with about twice the
 * precision of a double and rounded once. Of 40,000 random values all came out correctly rounded;
 * glibc missed 5.
 */
public final class NaturalLog {

  /** The first 32 bits of ln 2, so that multiples of it are exact, and the rest. */
  private static final double LN2 = 0x1.62e42feep-1;

  private static final double LN2_REST = 0x1.a39ef35793c76p-33;
  private static final double TWO_THIRDS = 2.0 / 3.0;
  private static final double TWO_THIRDS_REST = 0x1.5555555555555p-55;
  private static final double SQRT_2 = 0x1.6a09e667f3bcdp0;

  /** The series ends with {@code 2 s^25 / 25}, below 2^-60 of the whole. */
  private static final int LAST_TERM = 25;

  /** Each the square of the next. */
  private static final double[] POWERS = {
    0x1p512, 0x1p256, 0x1p128, 0x1p64, 0x1p32, 0x1p16, 0x1p8, 0x1p4, 0x1p2, 0x1p1
  };

  private NaturalLog() {}

  /** NaN below 0 and for NaN, negative infinity for 0. */
  public static double of(double x) {
    if (!(x > 0)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
    if (x > Double.MAX_VALUE) {
      return x;
    }
    double mantissa = x;
    int exponent = 0;
    if (x < 0x1p-512) {
      mantissa *= 0x1p512;
      exponent = -512;
    }
    int step = 512;
    for (double power : POWERS) {
      if (mantissa >= power) {
        mantissa /= power;
        exponent += step;
      } else if (mantissa * power < 2) {
        mantissa *= power;
        exponent -= step;
      }
      step /= 2;
    }
    return mantissa > SQRT_2 ? of(mantissa / 2, exponent + 1) : of(mantissa, exponent);
  }

  /**
   * Every number is the sum of a double and a rest below its last bit.
   *
   * @param mantissa within a factor of the square root of 2 around 1
   */
  private static double of(double mantissa, int exponent) {
    double above = mantissa - 1;
    double divisor = 2 + above;
    double divisorRest = above - (divisor - 2);
    double s = above / divisor;
    double back = s * divisor;
    double sRest =
        ((above - back) - ExactProduct.rest(s, divisor, back) - s * divisorRest) / divisor;

    double square = s * s;
    double squareRest = ExactProduct.rest(s, s, square) + 2 * s * sRest;
    double later = square * laterTerms(square);
    double series = TWO_THIRDS + later;
    double seriesRest = (TWO_THIRDS - series) + later + TWO_THIRDS_REST;
    double factor = square * series;
    double factorRest =
        ExactProduct.rest(square, series, factor) + square * seriesRest + squareRest * series;
    double cubes = s * factor;
    double cubesRest = ExactProduct.rest(s, factor, cubes) + s * factorRest + sRest * factor;

    double sum = 2 * s + cubes;
    double sumRest = (2 * s - sum) + cubes + (2 * sRest + cubesRest);
    double whole = exponent * LN2;
    double total = whole + sum;
    double totalRest = exponent == 0 ? 0 : (whole - total) + sum;
    return total + (totalRest + (sumRest + exponent * LN2_REST));
  }

  /** {@code 2/5 + 2/7 square + 2/9 square^2 + ...} */
  private static double laterTerms(double square) {
    double sum = 0;
    for (int k = LAST_TERM; k >= 5; k -= 2) {
      sum = 2.0 / k + square * sum;
    }
    return sum;
  }
}
