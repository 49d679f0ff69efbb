package io.dtkspark.autotune.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What detectkit 0.67.2 answered; recorded by {@code src/test/golden/make_autotune.py}. */
final class Golden {

  /** Scores agree to this share of themselves. */
  private static final double TOLERANCE = 1e-6;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Golden() {}

  static Stream<JsonNode> read(String file, String list) {
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      return StreamSupport.stream(JSON.readTree(in).get(list).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers, null being a gap. */
  static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).isNull() ? Double.NaN : list.get(i).asDouble();
    }
    return numbers;
  }

  /** A text of zeros and ones. */
  static boolean[] bits(JsonNode text) {
    boolean[] bits = new boolean[text.asText().length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = text.asText().charAt(i) == '1';
    }
    return bits;
  }

  /** The value as the YAML reader would have it. */
  static Object value(JsonNode node) {
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(value(item)));
      return list;
    }
    if (node.isObject()) {
      return map(node);
    }
    return node.isNull()
        ? null
        : node.isTextual()
            ? node.asText()
            : node.isBoolean()
                ? (Object) node.asBoolean()
                : node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
  }

  static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.fields().forEachRemaining(field -> map.put(field.getKey(), value(field.getValue())));
    return map;
  }

  /** Whether two trees are the same but for the last digits of numbers. */
  static void assertSame(Object expected, Object actual, String where) {
    if (expected instanceof Number a && actual instanceof Number b) {
      assertEquals(a instanceof Double, b instanceof Double, where + " is written otherwise");
      assertClose(a.doubleValue(), b.doubleValue(), where);
    } else if (expected instanceof List<?> a && actual instanceof List<?> b) {
      assertEquals(a.size(), b.size(), where + " has another length");
      for (int i = 0; i < a.size(); i++) {
        assertSame(a.get(i), b.get(i), where + "[" + i + "]");
      }
    } else if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      assertEquals(a.keySet(), b.keySet(), where);
      a.forEach((key, value) -> assertSame(value, b.get(key), where + "." + key));
    } else {
      assertEquals(expected, actual, where);
    }
  }

  static void assertClose(double expected, double actual, String where) {
    if (!(Math.abs(expected - actual) <= TOLERANCE * Math.abs(expected))) {
      assertEquals(expected, actual, where);
    }
  }
}
