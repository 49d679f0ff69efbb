package io.dtkspark.source.template;

import io.dtkspark.config.python.FloatText;
import io.dtkspark.config.python.Whitespace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Filters that make a number. */
final class NumberFilters {

  static final Map<String, Filter> ALL = new HashMap<>();

  static {
    ALL.put(
        "abs",
        (value, args) ->
            Comparing.ordered("<", value, BigInteger.ZERO)
                ? Numbers.negate(value)
                : Numbers.plus(value));
    ALL.put("int", NumberFilters::toInteger);
    ALL.put("float", NumberFilters::toFloat);
    ALL.put("round", NumberFilters::round);
    ALL.put("sum", NumberFilters::sum);
  }

  private NumberFilters() {}

  private static Object toInteger(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("default", "base");
    Object otherwise = args.get("default", BigInteger.ZERO);
    if (Undefined.check(value) instanceof String text) {
      BigInteger whole = parse(text, args.integer("base", 10));
      if (whole != null) {
        return whole;
      }
      OptionalDouble number = FloatText.parse(text);
      return number.isPresent() ? truncated(number.getAsDouble(), otherwise) : otherwise;
    }
    if (value instanceof Double number) {
      return truncated(number, otherwise);
    }
    return Numbers.isNumber(value) ? Numbers.integer(value) : otherwise;
  }

  private static Object truncated(double number, Object otherwise) {
    return Double.isFinite(number) ? new BigDecimal(number).toBigInteger() : otherwise;
  }

  /** {@code int(text, base)}; null when it is no such number. */
  private static BigInteger parse(String text, int base) {
    String digits = Whitespace.strip(text).toLowerCase(Locale.ROOT);
    String sign = digits.startsWith("-") ? "-" : "";
    digits = digits.replaceFirst("^[-+]", "").replaceAll("(?<=[0-9a-z])_(?=[0-9a-z])", "");
    String prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
    if (!prefix.isEmpty() && digits.startsWith(prefix)) {
      digits = digits.substring(prefix.length());
    }
    try {
      return digits.startsWith("-") || digits.startsWith("+")
          ? null
          : new BigInteger(sign + digits, base);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object toFloat(Object value, Arguments arguments) {
    Object otherwise = arguments.bind("default").get("default", 0.0);
    if (Undefined.check(value) instanceof String text) {
      OptionalDouble number = FloatText.parse(text);
      return number.isPresent() ? (Object) number.getAsDouble() : otherwise;
    }
    return Numbers.isNumber(value) ? (Object) Numbers.real(value) : otherwise;
  }

  /** Ties go to the even digit of the exact value, as in Python. */
  private static Object round(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("precision", "method");
    int places = args.integer("precision", 0);
    String method = args.text("method", "common");
    Limits.checkLength(Math.abs((long) places));
    double number = Numbers.real(value);
    double power = Math.pow(10, places);
    return switch (method) {
      case "ceil" -> Math.ceil(number * power) / power;
      case "floor" -> Math.floor(number * power) / power;
      case "common" -> value instanceof Double ? common(number, places) : common(value, places);
      default ->
          throw new TemplateException("rounds 'common', 'ceil' or 'floor', not '" + method + "'");
    };
  }

  private static double common(double number, int places) {
    return Double.isFinite(number)
        ? Math.copySign(
            new BigDecimal(number).setScale(places, RoundingMode.HALF_EVEN).doubleValue(), number)
        : number;
  }

  private static BigInteger common(Object value, int places) {
    BigDecimal whole = new BigDecimal(Numbers.integer(value));
    return whole.setScale(Math.min(0, places), RoundingMode.HALF_EVEN).toBigInteger();
  }

  private static Object sum(Object value, Arguments arguments) {
    Arguments.Bound args = arguments.bind("attribute", "start");
    Object total = args.get("start", BigInteger.ZERO);
    for (Object item : Sequences.items(value)) {
      Object part =
          args.has("attribute") ? Attributes.path(item, args.required("attribute")) : item;
      total = Numbers.add(total, part);
    }
    return total;
  }
}
