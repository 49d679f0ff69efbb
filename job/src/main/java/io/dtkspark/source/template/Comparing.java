package io.dtkspark.source.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Truth, equality and order as Python has them. */
final class Comparing {

  private Comparing() {}

  /** {@code bool(value)}: false for nothing, zero and everything empty. */
  static boolean truth(Object any) {
    Object value = Undefined.check(any);
    if (Numbers.isNumber(value)) {
      return !equal(value, BigInteger.ZERO);
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof List<?> list) {
      return !list.isEmpty();
    }
    return value != null && !(value instanceof DictValue dict && dict.size() == 0);
  }

  static boolean equal(Object left, Object right) {
    Object a = Undefined.check(left);
    Object b = Undefined.check(right);
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return !isNan(a) && !isNan(b) && numbers(a, b) == 0;
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      return a.getClass() == b.getClass() && sameItems(x, y);
    }
    if (a instanceof DictValue x && b instanceof DictValue y) {
      return x.size() == y.size()
          && x.keys().stream()
              .allMatch(key -> y.contains(key) && equal(x.get(key, null), y.get(key, null)));
    }
    return Objects.equals(a, b);
  }

  private static boolean sameItems(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Applies {@code <}, {@code <=}, {@code >} or {@code >=}; never true for NaN. */
  static boolean ordered(String operator, Object a, Object b) {
    if (isNan(a) || isNan(b)) {
      return false;
    }
    int order = compare(a, b);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** Negative, zero or positive as {@code a} is less than, equal to or greater than {@code b}. */
  static int compare(Object a, Object b) {
    Undefined.check(a);
    Undefined.check(b);
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return numbers(a, b);
    }
    if (a instanceof String x && b instanceof String y) {
      return Arrays.compare(x.codePoints().toArray(), y.codePoints().toArray());
    }
    if (a instanceof List<?> x && b instanceof List<?> y && a.getClass() == b.getClass()) {
      for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
        if (!equal(x.get(i), y.get(i))) {
          return compare(x.get(i), y.get(i));
        }
      }
      return Integer.compare(x.size(), y.size());
    }
    throw new TemplateException(
        Printing.typeName(a) + " and " + Printing.typeName(b) + " have no order");
  }

  /** {@code item in container}. */
  static boolean contains(Object container, Object item) {
    if (Undefined.check(container) instanceof String text) {
      if (!(Undefined.check(item) instanceof String part)) {
        throw new TemplateException("only a str can be in a str, not " + Printing.typeName(item));
      }
      return text.contains(part);
    }
    if (container instanceof DictValue dict) {
      return dict.contains(item);
    }
    return Sequences.items(container).stream().anyMatch(element -> equal(element, item));
  }

  private static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static int numbers(Object a, Object b) {
    if (isInfinite(a) || isInfinite(b)) {
      return Double.compare(Numbers.real(a), Numbers.real(b));
    }
    return exact(a).compareTo(exact(b));
  }

  private static boolean isInfinite(Object value) {
    return value instanceof Double number && number.isInfinite();
  }

  private static BigDecimal exact(Object value) {
    return value instanceof Double number
        ? new BigDecimal(number)
        : new BigDecimal(Numbers.integer(value));
  }
}
