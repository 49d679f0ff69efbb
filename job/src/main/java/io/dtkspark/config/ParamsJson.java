package io.dtkspark.config;

import io.dtkspark.config.python.PythonText;
import io.dtkspark.config.python.ShortestDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** JSON as orjson writes it with sorted keys: no spaces, UTF-8 as is, NaN and infinities null. */
final class ParamsJson {

  private static final int MAX_BITS = 64;

  private ParamsJson() {}

  /**
   * The JSON text of null, Boolean, Long, BigInteger, Double, String, or lists and text-keyed maps
   * of them.
   *
   * @throws IllegalArgumentException for integers beyond 64 bits, which orjson refuses as well
   */
  static String of(Object value) {
    if (value instanceof Double number) {
      return ShortestDecimal.json(number);
    }
    if (value instanceof BigInteger big && !fits(big)) {
      throw new IllegalArgumentException("an integer of at most 64 bits");
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof List<?> list) {
      StringJoiner joined = new StringJoiner(",", "[", "]");
      list.forEach(item -> joined.add(of(item)));
      return joined.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>(PythonText.ORDER);
      map.forEach((k, v) -> sorted.put((String) k, v));
      StringJoiner joined = new StringJoiner(",", "{", "}");
      sorted.forEach((k, v) -> joined.add(quoted(k) + ":" + of(v)));
      return joined.toString();
    }
    return String.valueOf(value);
  }

  private static boolean fits(BigInteger value) {
    return value.signum() < 0 ? value.bitLength() < MAX_BITS : value.bitLength() <= MAX_BITS;
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
