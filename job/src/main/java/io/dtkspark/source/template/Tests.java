package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What stands behind {@code is}. */
final class Tests {

  private static final Map<String, Predicate<Object>> OF_ONE = new HashMap<>();
  private static final Map<String, BiPredicate<Object, Object>> OF_TWO = new HashMap<>();

  static {
    OF_ONE.put("defined", value -> !(value instanceof Undefined));
    OF_ONE.put("undefined", value -> value instanceof Undefined);
    OF_ONE.put("none", value -> value == null);
    OF_ONE.put("boolean", value -> value instanceof Boolean);
    OF_ONE.put("true", value -> Boolean.TRUE.equals(value));
    OF_ONE.put("false", value -> Boolean.FALSE.equals(value));
    OF_ONE.put("integer", value -> value instanceof BigInteger);
    OF_ONE.put("float", value -> value instanceof Double);
    OF_ONE.put("number", Numbers::isNumber);
    OF_ONE.put("string", value -> value instanceof String);
    OF_ONE.put("mapping", value -> value instanceof DictValue);
    OF_ONE.put("sequence", value -> !(value instanceof Undefined) && hasElements(value));
    OF_ONE.put("iterable", Tests::hasElements);
    OF_ONE.put("callable", value -> value instanceof Callable);
    OF_ONE.put("odd", value -> isMultiple(Numbers.subtract(value, BigInteger.ONE), BigInteger.TWO));
    OF_ONE.put("even", value -> isMultiple(value, BigInteger.TWO));
    OF_ONE.put("upper", value -> isCased(Printing.text(value), true));
    OF_ONE.put("lower", value -> isCased(Printing.text(value), false));
    OF_ONE.put("filter", value -> value instanceof String name && Filters.exists(name));
    OF_ONE.put("test", value -> value instanceof String name && exists(name));
    OF_TWO.put("divisibleby", Tests::isMultiple);
    OF_TWO.put("in", (value, container) -> Comparing.contains(container, value));
    OF_TWO.put("sameas", Tests::isSame);
    comparison(Comparing::equal, "eq", "==", "equalto");
    comparison((a, b) -> !Comparing.equal(a, b), "ne", "!=");
    comparison((a, b) -> Comparing.ordered("<", a, b), "lt", "<", "lessthan");
    comparison((a, b) -> Comparing.ordered("<=", a, b), "le", "<=");
    comparison((a, b) -> Comparing.ordered(">", a, b), "gt", ">", "greaterthan");
    comparison((a, b) -> Comparing.ordered(">=", a, b), "ge", ">=");
  }

  private Tests() {}

  static boolean apply(String name, Object value, Arguments arguments) {
    if (OF_ONE.containsKey(name)) {
      arguments.bind();
      return OF_ONE.get(name).test(value);
    }
    if (OF_TWO.containsKey(name)) {
      return OF_TWO.get(name).test(value, arguments.bind("other").required("other"));
    }
    throw new TemplateException("there is no test '" + name + "'");
  }

  private static void comparison(BiPredicate<Object, Object> test, String... names) {
    for (String name : names) {
      OF_TWO.put(name, test);
    }
  }

  private static boolean exists(String name) {
    return OF_ONE.containsKey(name) || OF_TWO.containsKey(name);
  }

  private static boolean hasElements(Object value) {
    Undefined.check(value);
    return value instanceof String || value instanceof List || value instanceof DictValue;
  }

  private static boolean isMultiple(Object value, Object divisor) {
    return !Comparing.truth(Numbers.modulo(value, divisor));
  }

  private static boolean isCased(String text, boolean upper) {
    String cased = upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    return text.equals(cased) && text.chars().anyMatch(Character::isLetter);
  }

  /** Identity; equal small values are one object in Python, so they count as the same here. */
  private static boolean isSame(Object value, Object other) {
    boolean simple = value == null || value instanceof String || Numbers.isNumber(value);
    return simple ? Objects.equals(value, other) : value == other;
  }
}
