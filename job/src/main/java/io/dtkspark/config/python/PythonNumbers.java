package io.dtkspark.config.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Truth and equality of Python values. Numbers compare by value whatever their type: {@code 3 ==
 * 3.0} and {@code True == 1}, exactly even where a double could not hold the integer.
 */
public final class PythonNumbers {

  private PythonNumbers() {}

  /** Whether Python can do arithmetic with the value; booleans count as 0 and 1. */
  public static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  /** {@code bool(value)}: false for nothing, zero and everything empty. */
  public static boolean isTruthy(Object value) {
    if (value == null) {
      return false;
    }
    if (isNumber(value)) {
      return !equal(value, 0L);
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return !(value instanceof Map<?, ?> map) || !map.isEmpty();
  }

  /** {@code a == b}. */
  public static boolean equal(Object a, Object b) {
    if (isNumber(a) && isNumber(b)) {
      OptionalInt order = compare(a, b);
      return order.isPresent() && order.getAsInt() == 0;
    }
    return Objects.equals(a, b);
  }

  /** Sign of {@code a - b} for two numbers; empty when one of them is NaN. */
  public static OptionalInt compare(Object a, Object b) {
    double left = toDouble(a);
    double right = toDouble(b);
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return OptionalInt.empty();
    }
    if (isInfinite(a) || isInfinite(b)) {
      // An integer is finite even where the double nearest to it is not.
      return OptionalInt.of(Double.compare(isInfinite(a) ? left : 0, isInfinite(b) ? right : 0));
    }
    return OptionalInt.of(exact(a).compareTo(exact(b)));
  }

  /** The nearest double; infinite when the integer is too large for one. */
  public static double toDouble(Object number) {
    if (number instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return ((Number) number).doubleValue();
  }

  private static boolean isInfinite(Object number) {
    return number instanceof Double d && d.isInfinite();
  }

  private static BigDecimal exact(Object number) {
    if (number instanceof Double d) {
      return new BigDecimal(d);
    }
    if (number instanceof BigInteger big) {
      return new BigDecimal(big);
    }
    return BigDecimal.valueOf(toLong(number));
  }

  private static long toLong(Object number) {
    return number instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) number).longValue();
  }
}
