package io.dtkspark.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes values whose shape is only known at run time: null, Boolean, numbers, text, and lists and
 * text-keyed maps of them. Keys are sorted by code point.
 */
public final class JsonTree {

  private static final int INTEGER_BITS = 64;

  private JsonTree() {}

  /**
   * The JSON text of {@code value}.
   *
   * @throws IllegalArgumentException naming what is allowed, for what orjson refuses as well:
   *     integers beyond 64 bits, decimals, and everything that is no tree
   */
  public static String text(Object value) {
    JsonText json = new JsonText();
    write(json, value);
    return json.toString();
  }

  /** Writes {@code value} as the next value of {@code json}; fails as {@link #text} does. */
  public static void write(JsonText json, Object value) {
    if (value == null) {
      json.nullValue();
    } else if (value instanceof Boolean flag) {
      json.value(flag.booleanValue());
    } else if (value instanceof CharSequence text) {
      json.value(text);
    } else if (value instanceof Number number) {
      number(json, number);
    } else if (value instanceof List<?> list) {
      json.beginArray();
      list.forEach(item -> write(json, item));
      json.endArray();
    } else if (value instanceof Map<?, ?> map) {
      object(json, map);
    } else {
      throw new IllegalArgumentException("a value that JSON can hold");
    }
  }

  private static void number(JsonText json, Number number) {
    if (number instanceof Double || number instanceof Float) {
      json.value(number.doubleValue());
    } else if (number instanceof BigInteger big) {
      json.json(fitting(big).toString());
    } else if (number instanceof BigDecimal) {
      throw new IllegalArgumentException("a double or an integer, not a decimal");
    } else {
      json.value(number.longValue());
    }
  }

  /** Signed below zero, unsigned above. */
  private static BigInteger fitting(BigInteger number) {
    int bits = number.bitLength() + (number.signum() < 0 ? 1 : 0);
    if (bits > INTEGER_BITS) {
      throw new IllegalArgumentException("an integer of at most 64 bits");
    }
    return number;
  }

  private static void object(JsonText json, Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>(CodePointOrder.COMPARATOR);
    map.forEach((key, value) -> sorted.put(key(key), value));
    json.beginObject();
    sorted.forEach((key, value) -> write(json.name(key), value));
    json.endObject();
  }

  private static String key(Object key) {
    if (key instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a mapping with text as keys");
  }
}
