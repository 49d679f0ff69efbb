package io.dtkspark.config.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as a given double, in the two spellings the original stores:
 * Python's {@code repr} (detector ids) and orjson's (JSON columns). {@code Double.toString} of Java
 * 17 is neither: it sometimes writes a digit too many (JDK-4511638).
 *
 * @param digits significant digits without trailing zeros
 * @param exponent power of ten of the first digit
 */
public record ShortestDecimal(String digits, int exponent) {

  /** More digits than this are never needed to tell two doubles apart. */
  private static final int MAX_DIGITS = 17;

  private static final int FIXED_BELOW = 16;

  /** {@code repr(float)}: {@code 3.0}, {@code 1e-07}, {@code inf}, {@code nan}. */
  public static String python(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-inf" : "inf";
    }
    return value == 0 ? sign(value) + "0.0" : sign(value) + of(Math.abs(value)).python();
  }

  /** orjson's spelling: {@code 3.0}, {@code 1e-7}; {@code null} for NaN and infinities. */
  public static String json(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    return value == 0 ? sign(value) + "0.0" : sign(value) + of(Math.abs(value)).json();
  }

  private static String sign(double value) {
    return Math.copySign(1.0, value) < 0 ? "-" : "";
  }

  /** Searches upwards by number of digits; {@code value} is finite and positive. */
  private static ShortestDecimal of(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      // Beside a power of two the nearest short decimal may be too low while the next one fits.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, mode));
        if (candidate.doubleValue() == value) {
          return of(candidate);
        }
      }
    }
    return of(exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)));
  }

  private static ShortestDecimal of(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    return new ShortestDecimal(stripped.unscaledValue().toString(), exponent);
  }

  /** {@code 0.0001}, {@code 1e-05}, {@code 1e+16}. */
  private String python() {
    return exponent >= -4 && exponent < FIXED_BELOW ? fixed() : scientific(2);
  }

  /** {@code 0.00001}, {@code 1e-6}, {@code 1e+16}. */
  private String json() {
    return exponent >= -5 && exponent < FIXED_BELOW ? fixed() : scientific(1);
  }

  private String fixed() {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }

  private String scientific(int exponentDigits) {
    String power = Integer.toString(Math.abs(exponent));
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - power.length()))
        + power;
  }
}
