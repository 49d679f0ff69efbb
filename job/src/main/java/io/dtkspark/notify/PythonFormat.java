package io.dtkspark.notify;

import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.json.ShortestDouble;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values in the form a format specification of Python asks for: {@code
 * [[fill]align][sign][#][0][width][,][.precision][type]} with the types s, d, f, e, g and %.
 */
final class PythonFormat {

  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?#?(0)?(\\d{1,4})?([,_])?(?:\\.(\\d{1,3}))?([sdfFeEgG%])?",
          Pattern.DOTALL);
  private static final int DEFAULT_PRECISION = 6;

  private PythonFormat() {}

  /**
   * The formatted value.
   *
   * @param value null, Boolean, Integer, Long, Double or String
   * @throws IllegalArgumentException when Python would refuse
   */
  static String format(Object value, String spec) {
    if (spec.isEmpty()) {
      return value instanceof String text ? text : PythonRepr.of(value);
    }
    Matcher m = SPEC.matcher(spec);
    if (!m.matches() || value == null) {
      throw new IllegalArgumentException("format '" + spec + "' does not fit");
    }
    return value instanceof String text ? text(text, m) : numeric(value, m);
  }

  /** A number in one of Python's forms, e.g. {@code .2f}: exact, halves to even. */
  static String number(double value, String spec) {
    return format(value, spec);
  }

  private static String text(String text, Matcher m) {
    boolean numeric = m.group(8) != null && !m.group(8).equals("s");
    if (numeric || m.group(3) != null || m.group(6) != null || "=".equals(m.group(2))) {
      throw new IllegalArgumentException("a number's format for a text");
    }
    int length = m.group(7) == null ? text.length() : Integer.parseInt(m.group(7));
    return pad(text.substring(0, Math.min(length, text.length())), "", m, "<");
  }

  private static String numeric(Object value, Matcher m) {
    String type = m.group(8) == null ? "" : m.group(8);
    if (type.equals("s")) {
      throw new IllegalArgumentException("a text's format for a number");
    }
    boolean whole = value instanceof Integer || value instanceof Long || value instanceof Boolean;
    if (whole && (type.isEmpty() || type.equals("d"))) {
      if (m.group(7) != null) {
        throw new IllegalArgumentException("a precision for a whole number");
      }
      long number = value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
      return signed(number < 0, Long.toString(number).replace("-", ""), m);
    }
    if (type.equals("d")) {
      throw new IllegalArgumentException("a whole number's format for a fraction");
    }
    double number = value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    return signed(negative, digits(Math.abs(number), type, m.group(7)), m);
  }

  private static String signed(boolean negative, String digits, Matcher m) {
    String plus = m.group(3) == null || m.group(3).equals("-") ? "" : m.group(3);
    String grouped = m.group(6) == null ? digits : grouped(digits, m.group(6));
    return pad(grouped, negative ? "-" : plus, m, ">");
  }

  private static String pad(String body, String sign, Matcher m, String usual) {
    int width = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    int missing = Math.max(0, width - sign.length() - body.length());
    boolean zeros = m.group(4) != null && m.group(2) == null;
    String fill = m.group(1) != null ? m.group(1) : zeros ? "0" : " ";
    String align = m.group(2) != null ? m.group(2) : zeros && usual.equals(">") ? "=" : usual;
    int left =
        switch (align) {
          case "<" -> 0;
          case "^" -> missing / 2;
          default -> missing;
        };
    String before = fill.repeat(left);
    return align.equals("=")
        ? sign + before + body
        : before + sign + body + fill.repeat(missing - left);
  }

  private static String digits(double number, String type, String written) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return type.equals("%") ? "inf%" : "inf";
    }
    int precision = written == null ? DEFAULT_PRECISION : Integer.parseInt(written);
    return switch (type) {
      case "f", "F" -> fixed(number, precision);
      case "%" -> fixed(number * 100, precision) + "%";
      case "e" -> exponent(number, precision);
      case "E" -> exponent(number, precision).replace('e', 'E');
      case "g" -> general(number, precision);
      case "G" -> general(number, precision).replace('e', 'E');
      default -> written == null ? ShortestDouble.python(number) : floating(number, precision);
    };
  }

  private static String fixed(double number, int precision) {
    return new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String exponent(double number, int precision) {
    BigDecimal rounded = rounded(number, precision + 1);
    int exponent = number == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits = rounded.movePointLeft(exponent).setScale(precision).toPlainString();
    int magnitude = Math.abs(exponent);
    return digits + (exponent < 0 ? "e-" : "e+") + (magnitude < 10 ? "0" : "") + magnitude;
  }

  private static String general(double number, int written) {
    int precision = Math.max(1, written);
    BigDecimal rounded = rounded(number, precision);
    int exponent = number == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= precision) {
      String text = exponent(number, precision - 1);
      int e = text.indexOf('e');
      return trimmed(text.substring(0, e)) + text.substring(e);
    }
    return trimmed(rounded.setScale(Math.max(0, precision - 1 - exponent)).toPlainString());
  }

  /** As {@code g}, but recognizable as a fraction. */
  private static String floating(double number, int precision) {
    String text = general(number, precision);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String trimmed(String number) {
    return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
  }

  private static String grouped(String digits, String separator) {
    int end = 0;
    while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    StringBuilder whole = new StringBuilder(digits.substring(0, end));
    for (int at = end - 3; at > 0; at -= 3) {
      whole.insert(at, separator);
    }
    return whole + digits.substring(end);
  }
}
