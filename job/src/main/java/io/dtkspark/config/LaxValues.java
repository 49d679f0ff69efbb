package io.dtkspark.config;

import io.dtkspark.config.python.FloatText;
import io.dtkspark.config.python.Whitespace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The conversions pydantic 2 allows in its default (lax) mode: a number may be given as text, a
 * boolean as {@code "yes"}, a whole number as {@code 5.0}. Text is never made from numbers. An
 * empty result means the value does not convert.
 */
final class LaxValues {

  private static final Pattern WHOLE = Pattern.compile("([+-]?[0-9]+(?:_[0-9]+)*)(?:\\.0+)?");

  /** Beyond this pydantic does not take a float for an integer. */
  private static final double WHOLE_FLOAT_LIMIT = 0x1p63;

  private static final int MAX_DIGITS = 4300;

  private LaxValues() {}

  static Optional<BigInteger> whole(Object value) {
    if (value instanceof Boolean flag) {
      return Optional.of(flag ? BigInteger.ONE : BigInteger.ZERO);
    }
    if (value instanceof Long number) {
      return Optional.of(BigInteger.valueOf(number));
    }
    if (value instanceof BigInteger number) {
      return Optional.of(number);
    }
    if (value instanceof Double number) {
      boolean whole = number == Math.rint(number) && Math.abs(number) < WHOLE_FLOAT_LIMIT;
      return whole ? Optional.of(new BigDecimal(number).toBigInteger()) : Optional.empty();
    }
    return value instanceof String text ? whole(text) : Optional.empty();
  }

  private static Optional<BigInteger> whole(String text) {
    var m = WHOLE.matcher(Whitespace.strip(text));
    if (!m.matches() || m.end(1) > MAX_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(new BigInteger(m.group(1).replace("_", "")));
  }

  static Optional<Double> number(Object value) {
    if (value instanceof String text) {
      OptionalDouble number = FloatText.parse(text);
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    if (value instanceof Boolean flag) {
      return Optional.of(flag ? 1.0 : 0.0);
    }
    if (value instanceof Double number) {
      return Optional.of(number);
    }
    // An integer beyond the range of doubles does not convert.
    return value instanceof Number number
        ? Optional.of(number.doubleValue()).filter(d -> !d.isInfinite())
        : Optional.empty();
  }

  static Optional<Boolean> flag(Object value) {
    if (value instanceof Boolean flag) {
      return Optional.of(flag);
    }
    if (value instanceof Long || value instanceof Double) {
      double number = ((Number) value).doubleValue();
      return number == 0 || number == 1 ? Optional.of(number == 1) : Optional.empty();
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "on", "t", "true", "y", "yes" -> Optional.of(true);
      case "0", "off", "f", "false", "n", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
