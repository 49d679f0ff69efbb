package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.error.DtkException;
import io.dtkspark.json.CodePointOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code params} of one detector while they are checked. Values keep their Python type, since
 * {@code 4} and {@code 4.0} make different ids; what differs from its default is remembered for the
 * id.
 */
final class DetectorParams {

  /** Keys that say when and how much to detect, not how. */
  private static final Set<String> EXECUTION_KEYS = Set.of("start_time", "batch_size");

  private final ConfigNode detector;
  private final ConfigNode params;
  private final Set<String> known = new LinkedHashSet<>();
  private final SortedMap<String, Object> nonDefault = new TreeMap<>(CodePointOrder.COMPARATOR);

  /**
   * @param detector the entry of the list
   * @param params its mapping of parameters, or the detector itself when it has none
   */
  DetectorParams(ConfigNode detector, ConfigNode params) {
    this.detector = detector;
    this.params = params;
  }

  SortedMap<String, Object> nonDefault() {
    return nonDefault;
  }

  /** The value as written, else the default. */
  Object value(String key, Object fallback) {
    known.add(key);
    Optional<ConfigNode> node = node(key);
    Object value = node.isPresent() ? node.get().value() : fallback;
    if (!PythonNumbers.equal(value, fallback)) {
      nonDefault.put(key, value);
    }
    return value;
  }

  /** Like {@link #value}, but a null in the file means the default too. */
  Object valueUnlessNull(String key, Object fallback) {
    known.add(key);
    return node(key).filter(node -> !node.isNull()).isPresent() ? value(key, fallback) : fallback;
  }

  /** A number above zero; NaN passes, as it does in the original. */
  double positive(String key, Object value) {
    double number = number(key, value, "a number above 0");
    if (compare(value, 0L) <= 0) {
      throw wrong(key, value, "a number above 0");
    }
    return number;
  }

  double number(String key, Object value, String expected) {
    if (!PythonNumbers.isNumber(value)) {
      throw wrong(key, value, expected);
    }
    double number = PythonNumbers.toDouble(value);
    if (value instanceof BigInteger && Double.isInfinite(number)) {
      throw wrong(key, value, "a number a double can hold");
    }
    return number;
  }

  /** A whole number written as one; {@code 100.0} is none, since arrays cannot be sliced by it. */
  int whole(String key, Object value, int min) {
    if (value instanceof Double) {
      throw wrong(key, value, "a whole number without a decimal point, at least " + min);
    }
    return count(key, value, min);
  }

  /** A whole number that is only compared with, so {@code 30.0} will do. */
  int count(String key, Object value, int min) {
    String expected = "a whole number, at least " + min;
    Optional<BigInteger> whole =
        PythonNumbers.isNumber(value) ? LaxValues.whole(value) : Optional.empty();
    BigInteger number = whole.orElseThrow(() -> wrong(key, value, expected));
    if (number.compareTo(BigInteger.valueOf(min)) < 0) {
      throw wrong(key, value, expected);
    }
    if (number.bitLength() >= Integer.SIZE) {
      throw wrong(key, value, "a whole number up to " + Integer.MAX_VALUE);
    }
    return number.intValueExact();
  }

  /** One of the texts allowed, or null where {@code fallback} or {@code nullable} permits it. */
  String choice(String key, String fallback, boolean nullable, List<String> allowed) {
    Object value = value(key, fallback);
    if (value == null && nullable) {
      return null;
    }
    if (!(value instanceof String text) || !allowed.contains(text)) {
      throw wrong(
          key, value, "one of " + String.join(", ", allowed) + (nullable ? " or null" : ""));
    }
    return text;
  }

  /**
   * The groupings of {@code seasonality_components}. A text instead of a list is a list of its
   * characters to Python; such groups name no column and therefore span the whole window.
   */
  List<List<String>> components(Object value) {
    if (!PythonNumbers.isTruthy(value)) {
      return List.of();
    }
    if (value instanceof String text) {
      return text.codePoints().mapToObj(c -> List.of(Character.toString(c))).toList();
    }
    String expected = "a list of column names or of lists of column names";
    if (!(value instanceof List<?> list)) {
      throw wrong("seasonality_components", value, expected);
    }
    List<List<String>> components = new ArrayList<>();
    for (Object item : list) {
      List<?> columns = item instanceof List<?> group ? group : List.of(String.valueOf(item));
      boolean allText = columns.stream().allMatch(String.class::isInstance);
      if (!allText || !(item instanceof String || item instanceof List)) {
        throw wrong("seasonality_components", value, expected);
      }
      components.add(columns.stream().map(String.class::cast).toList());
    }
    return components;
  }

  /** Fails on keys that stand beside the parameters in a file only. */
  static void rejectExecutionKeys(ConfigNode params) {
    for (String key : params.keys()) {
      if (EXECUTION_KEYS.contains(key)) {
        throw params.child(key).orElseThrow().problem("not a parameter of the algorithm");
      }
    }
  }

  /** Fails on parameters the detector does not have. */
  void rejectUnknown(String type) {
    for (String key : params == detector ? List.<String>of() : params.keys()) {
      if (!known.contains(key) && node(key).isPresent()) {
        String nearest = Spelling.nearest(key, known);
        throw node(key)
            .orElseThrow()
            .problem(
                "a "
                    + type
                    + " detector has no such parameter; "
                    + (nearest.isEmpty() ? "" : "did you mean '" + nearest + "'? ")
                    + "known: "
                    + String.join(", ", known));
      }
    }
  }

  /** An error that shows the value, written or default, and what was expected. */
  DtkException wrong(String key, Object value, String expected) {
    return node(key)
        .map(node -> node.mismatch(expected))
        .orElseGet(
            () -> params.problem(key + " is " + value + " unless set; expected " + expected));
  }

  /** Sign of {@code a - b}, positive when one is NaN: comparisons with NaN reject nothing. */
  static int compare(Object a, Object b) {
    OptionalInt order = PythonNumbers.compare(a, b);
    return order.orElse(1);
  }

  private Optional<ConfigNode> node(String key) {
    if (params == detector || EXECUTION_KEYS.contains(key)) {
      return Optional.empty();
    }
    // The original drops this one when it is null, so that every detector accepts it.
    boolean dropsNull = key.equals("seasonality_components");
    return params.child(key).filter(node -> !(dropsNull && node.isNull()));
  }
}
