package io.dtkspark.json;

/**
 * The shortest decimal that reads back as the same double; among the shortest, the closest to it.
 *
 * <p>Schubfach, from Raffaello Giulietti, "The Schubfach way to render doubles" (2020). Java 17's
 * {@code Double.toString} is not shortest for some values (JDK-4511638), and never writes fewer
 * than two digits, so it cannot reproduce what detectkit stored.
 *
 * <p>The digits stand in one of two layouts: orjson 3.13's, {@code 0.00001} and {@code 1e-6}, or
 * that of Python's {@code repr}, {@code 1e-05} and {@code 1e-06}; both write {@code 100.0} and
 * {@code 1e+16}.
 */
public final class ShortestDouble {

  /**
   * Where a number without an exponent ends.
   *
   * @param leadingZeros zeros that may follow the point before a number gets an exponent
   * @param exponentDigits digits that an exponent has at least
   */
  private record Layout(int leadingZeros, int exponentDigits) {}

  private static final Layout JSON = new Layout(4, 1);
  private static final Layout PYTHON = new Layout(3, 2);

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;

  /** Takes the exponent field to the power of two of an integer significand. */
  private static final int EXPONENT_BIAS = 1075;

  /** Places before the point that a number without an exponent may have. */
  private static final int INTEGER_PLACES = 16;

  private ShortestDouble() {}

  /** Python's {@code repr(value)}, also of {@code nan} and {@code inf}. */
  public static String python(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-inf" : "inf";
    }
    StringBuilder out = new StringBuilder();
    append(out, value, PYTHON);
    return out.toString();
  }

  /** Appends a finite {@code value} as orjson writes it; allocates nothing. */
  static void appendJson(StringBuilder out, double value) {
    append(out, value, JSON);
  }

  private static void append(StringBuilder out, double value, Layout layout) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits < 0) {
      out.append('-');
    }
    long fraction = bits & FRACTION_MASK;
    int field = (int) (bits >>> FRACTION_BITS) & 0x7ff;
    if (field == 0) {
      if (fraction == 0) {
        out.append("0.0");
      } else {
        shortest(out, fraction, 1 - EXPONENT_BIAS, false, layout);
      }
      return;
    }
    long significand = fraction | (1L << FRACTION_BITS);
    int exponent = field - EXPONENT_BIAS;
    if (isSmallInteger(significand, exponent)) {
      write(out, significand >> -exponent, 0, layout);
    } else {
      shortest(out, significand, exponent, fraction == 0 && field > 1, layout);
    }
  }

  /** Integers below 2^53 are their own shortest form once trailing zeros are gone. */
  private static boolean isSmallInteger(long significand, int exponent) {
    return exponent <= 0
        && exponent > -FRACTION_BITS - 1
        && Long.numberOfTrailingZeros(significand) >= -exponent;
  }

  /**
   * Finds the shortest decimal for {@code c * 2^q}.
   *
   * @param halfStepBelow whether the next smaller double is only half as far as the next larger one
   */
  private static void shortest(
      StringBuilder out, long c, int q, boolean halfStepBelow, Layout layout) {
    // k: the decimal exponent whose step just fits between the neighbours.
    int k = (q * 1262611 - (halfStepBelow ? 524031 : 0)) >> 22;
    int shift = q + ((-k * 1741647) >> 19) + 1;
    long high = PowersOfTen.high(-k);
    long low = PowersOfTen.low(-k);

    // The value and the midpoints to its neighbours, in quarters of 10^k, rounded to odd.
    long value = scaled(high, low, (4 * c) << shift);
    long lower = scaled(high, low, (4 * c - (halfStepBelow ? 1 : 2)) << shift);
    long upper = scaled(high, low, (4 * c + 2) << shift);
    long open = c & 1; // a midpoint reads back as the even neighbour
    lower += open;
    upper -= open;

    long digits = value >> 2;
    if (digits >= 10) {
      long tens = digits / 10;
      boolean downFits = lower <= 40 * tens;
      boolean upFits = 40 * tens + 40 <= upper;
      if (downFits != upFits) {
        write(out, upFits ? tens + 1 : tens, k + 1, layout);
        return;
      }
    }
    boolean downFits = lower <= 4 * digits;
    boolean upFits = 4 * digits + 4 <= upper;
    long middle = 4 * digits + 2;
    boolean up =
        downFits != upFits ? upFits : value > middle || (value == middle && (digits & 1) != 0);
    write(out, up ? digits + 1 : digits, k, layout);
  }

  /** {@code factor * high:low / 2^128}; the last bit is set when anything was cut off. */
  private static long scaled(long high, long low, long factor) {
    long carry = multiplyHigh(low, factor);
    long middle = high * factor + carry;
    long top = multiplyHigh(high, factor);
    if (Long.compareUnsigned(middle, carry) < 0) {
      top++;
    }
    return Long.compareUnsigned(middle, 1) > 0 ? top | 1 : top;
  }

  /** Upper half of the product of an unsigned and a non-negative number. */
  private static long multiplyHigh(long unsigned, long factor) {
    return Math.multiplyHigh(unsigned, factor) + ((unsigned >> 63) & factor);
  }

  /** Writes {@code digits * 10^exponent}. */
  private static void write(StringBuilder out, long digits, int exponent, Layout layout) {
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
    int start = out.length();
    out.append(digits);
    int point = out.length() - start + exponent;
    if (point > INTEGER_PLACES || point < -layout.leadingZeros()) {
      scientific(out, start, point - 1, layout.exponentDigits());
    } else if (exponent >= 0) {
      zeros(out, exponent);
      out.append(".0");
    } else if (point > 0) {
      out.insert(start + point, '.');
    } else {
      out.insert(start, "0.0000", 0, 2 - point);
    }
  }

  private static void scientific(StringBuilder out, int start, int exponent, int exponentDigits) {
    if (out.length() - start > 1) {
      out.insert(start + 1, '.');
    }
    int power = Math.abs(exponent);
    out.append(exponent < 0 ? "e-" : "e+");
    zeros(out, power < 10 ? exponentDigits - 1 : 0);
    out.append(power);
  }

  private static void zeros(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append('0');
    }
  }
}
