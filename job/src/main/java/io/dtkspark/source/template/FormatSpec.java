package io.dtkspark.source.template;

import io.dtkspark.json.ShortestDouble;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How one value is written by {@code %} or {@code format()}.
 *
 * @param fill what fills up to the width
 * @param align {@code <}, {@code >}, {@code ^}, {@code =} (after the sign), or a space: by type
 * @param sign {@code +} or a space before numbers that are not negative; {@code -}: nothing
 * @param grouped commas between thousands
 * @param precision -1 when not given
 * @param type the letter, a space when there is none
 */
record FormatSpec(
    String fill, char align, char sign, int width, boolean grouped, int precision, char type) {

  private static final int DEFAULT_PRECISION = 6;

  String apply(Object value) {
    if (!Numbers.isNumber(value) || type == 's' || (value instanceof Boolean && type == ' ')) {
      if (type != 's' && type != ' ') {
        throw new TemplateException(
            "the format '" + type + "' needs a number, not " + Printing.typeName(value));
      }
      return aligned("", cut(Printing.text(value)), '<');
    }
    String digits = digits(value);
    boolean negative = digits.startsWith("-");
    String before = negative ? "-" : sign == '-' ? "" : Character.toString(sign);
    return aligned(before, group(negative ? digits.substring(1) : digits), '>');
  }

  private String digits(Object value) {
    return switch (type) {
      case 'd', 'i', 'u' -> whole(value).toString();
      case 'x' -> whole(value).toString(16);
      case 'X' -> whole(value).toString(16).toUpperCase(Locale.ROOT);
      case 'o' -> whole(value).toString(8);
      case 'b' -> whole(value).toString(2);
      case 'f', 'F' -> fixed(Numbers.real(value), precision < 0 ? DEFAULT_PRECISION : precision);
      case '%' ->
          fixed(Numbers.real(value) * 100, precision < 0 ? DEFAULT_PRECISION : precision) + "%";
      case 'e' -> scientific(Numbers.real(value));
      case ' ' -> plain(value);
      default -> throw new TemplateException("the format '" + type + "' is not supported");
    };
  }

  private String plain(Object value) {
    if (precision >= 0) {
      throw new TemplateException("a precision needs a format letter, such as f");
    }
    return Printing.text(value);
  }

  private static BigInteger whole(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number).toBigInteger()
        : Numbers.integer(value);
  }

  /** Rounds the exact value, ties to even, as C does. */
  private static String fixed(double value, int places) {
    Limits.checkLength(places);
    if (!Double.isFinite(value)) {
      return ShortestDouble.python(value);
    }
    String digits = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    boolean lostSign = Math.copySign(1, value) < 0 && !digits.startsWith("-");
    return lostSign ? "-" + digits : digits;
  }

  private String scientific(double value) {
    int places = precision < 0 ? DEFAULT_PRECISION : precision;
    Limits.checkLength(places);
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + places + "e", new BigDecimal(value))
        : ShortestDouble.python(value);
  }

  private String cut(String text) {
    return precision < 0 || precision >= Sequences.length(text)
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String group(String digits) {
    if (!grouped) {
      return digits;
    }
    StringBuilder out = new StringBuilder(digits);
    int whole = 0;
    while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
      whole++;
    }
    for (int i = whole - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  private String aligned(String before, String text, char natural) {
    char place = align == ' ' ? natural : align;
    if (place == '=') {
      int room = width - before.length();
      return before + pad(text, fill, '>', room);
    }
    return pad(before + text, fill, place, width);
  }

  /** Fills {@code text} up to {@code width}; {@code ^} puts the odd one behind as format() does. */
  static String pad(String text, String fill, char align, int width) {
    Limits.checkLength(width);
    int missing = width - Sequences.length(text);
    if (missing <= 0) {
      return text;
    }
    int before =
        switch (align) {
          case '<' -> 0;
          case '>' -> missing;
          default -> missing / 2;
        };
    return fill.repeat(before) + text + fill.repeat(missing - before);
  }
}
