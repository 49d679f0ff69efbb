package io.dtkspark.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  private static final long EIGHT_ZEROS = 100_000_000;

  /** Bytes of the longest text: a sign, 17 digits, a point and {@code e-308}. */
  static final int MAX_LENGTH = 24;

  private ShortestDouble() {}

  /** Python's {@code repr(value)}, also of {@code nan} and {@code inf}. */
  public static String python(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-inf" : "inf";
    }
    byte[] out = new byte[MAX_LENGTH];
    return new String(out, 0, write(out, 0, value, PYTHON), StandardCharsets.ISO_8859_1);
  }

  /**
   * Writes a finite {@code value} as orjson does: at most {@link #MAX_LENGTH} ASCII bytes from
   * {@code at} on; allocates nothing.
   *
   * @return where the text ends
   */
  static int writeJson(byte[] out, int at, double value) {
    return write(out, at, value, JSON);
  }

  private static int write(byte[] out, int at, double value, Layout layout) {
    long bits = Double.doubleToRawLongBits(value);
    int start = at;
    if (bits < 0) {
      out[start++] = '-';
    }
    long fraction = bits & FRACTION_MASK;
    int field = (int) (bits >>> FRACTION_BITS) & 0x7ff;
    if (field == 0) {
      return fraction == 0
          ? ascii(out, start, "0.0")
          : shortest(out, start, fraction, 1 - EXPONENT_BIAS, false, layout);
    }
    long significand = fraction | (1L << FRACTION_BITS);
    int exponent = field - EXPONENT_BIAS;
    return isSmallInteger(significand, exponent)
        ? write(out, start, significand >> -exponent, 0, layout)
        : shortest(out, start, significand, exponent, fraction == 0 && field > 1, layout);
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
  private static int shortest(
      byte[] out, int at, long c, int q, boolean halfStepBelow, Layout layout) {
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
        return write(out, at, upFits ? tens + 1 : tens, k + 1, layout);
      }
    }
    boolean downFits = lower <= 4 * digits;
    boolean upFits = 4 * digits + 4 <= upper;
    long middle = 4 * digits + 2;
    boolean up =
        downFits != upFits ? upFits : value > middle || (value == middle && (digits & 1) != 0);
    return write(out, at, up ? digits + 1 : digits, k, layout);
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

  /** Writes {@code digits * 10^exponent} at {@code at}; returns where it ends. */
  private static int write(byte[] out, int at, long digits, int exponent, Layout layout) {
    long kept = digits;
    int power = exponent;
    while (kept % EIGHT_ZEROS == 0) {
      kept /= EIGHT_ZEROS;
      power += 8;
    }
    while (kept % 10 == 0) {
      kept /= 10;
      power++;
    }
    int length = Digits.count(kept);
    int point = length + power;
    if (point > INTEGER_PLACES || point < -layout.leadingZeros()) {
      int end = withPoint(out, at, kept, length, 1);
      return exponent(out, length == 1 ? end - 1 : end, point - 1, layout.exponentDigits());
    }
    if (power >= 0) {
      Digits.writeBefore(out, at + length, kept);
      return ascii(out, zeros(out, at + length, power), ".0");
    }
    if (point > 0) {
      return withPoint(out, at, kept, length, point);
    }
    int end = zeros(out, ascii(out, at, "0."), -point) + length;
    Digits.writeBefore(out, end, kept);
    return end;
  }

  /** Digits with a point behind the first {@code before} of them. */
  private static int withPoint(byte[] out, int at, long digits, int length, int before) {
    int end = at + length + 1;
    Digits.writeBefore(out, end, digits);
    for (int i = at; i < at + before; i++) {
      out[i] = out[i + 1];
    }
    out[at + before] = '.';
    return end;
  }

  private static int exponent(byte[] out, int at, int exponent, int exponentDigits) {
    int power = Math.abs(exponent);
    int start = ascii(out, at, exponent < 0 ? "e-" : "e+");
    int end = zeros(out, start, power < 10 ? exponentDigits - 1 : 0) + Digits.count(power);
    Digits.writeBefore(out, end, power);
    return end;
  }

  private static int zeros(byte[] out, int at, int count) {
    Arrays.fill(out, at, at + count, (byte) '0');
    return at + count;
  }

  private static int ascii(byte[] out, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      out[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }
}
