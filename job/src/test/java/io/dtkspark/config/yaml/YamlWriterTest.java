package io.dtkspark.config.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class YamlWriterTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "yes",
          "No",
          "null",
          "~",
          "5",
          "0x1f",
          "1e5",
          "1.5",
          ".inf",
          "1:30",
          "<<",
          "=",
          "2024-01-01",
          "a: b",
          "a #b",
          "# a",
          "- a",
          "? a",
          "'",
          "\"",
          "it's",
          "{a}",
          "[",
          "%x",
          "@x",
          "`x`",
          "*a",
          "&a",
          "!a",
          "|",
          ">",
          "a\nb",
          "a\nb\n",
          "a\n\n",
          "\na",
          " a\nb",
          "a \nb",
          "\ta\n\tb",
          "a\r\nb",
          "\u0085",
          "\u2028",
          "\u0001",
          "é日😀",
          "\\n",
          "---",
          "...",
          "a:",
          ":a",
          "a\tb",
          "\ufeff",
          "x".repeat(300) + " y " + "z".repeat(300));

  @Test
  void mappingsKeepTheirOrderAndLookLikeYaml() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", "cpu");
    document.put("query", "SELECT 1\nFROM t\n");
    document.put("empty", List.of());
    document.put("detectors", List.of(Map.of("type", "mad"), List.of("a", List.of(1L))));
    document.put("tiny", 1e-7);
    document.put("huge", 1e16);
    document.put("text", "off");
    assertEquals(
        """
        name: cpu
        query: |
          SELECT 1
          FROM t
        empty: []
        detectors:
        - type: mad
        - - a
          - - 1
        tiny: 1.0e-07
        huge: 1.0e+16
        text: 'off'
        """,
        YamlWriter.write(document));
  }

  @Test
  void everyTextComesBack() {
    for (String text : TEXTS) {
      Map<String, Object> document = Map.of("k", text, "list", List.of(text, text));
      assertEquals(document, parsed(document), text);
    }
  }

  @Test
  void randomDocumentsComeBack() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      Map<String, Object> document = map(random, 3);
      assertEquals(document, parsed(document), () -> YamlWriter.write(document));
    }
  }

  private static Object parsed(Map<String, Object> document) {
    return YamlParser.parse("test", YamlWriter.write(document)).value();
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> BigInteger.TWO.pow(70).negate();
      case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 5 -> Arrays.asList(Double.NaN, Double.NEGATIVE_INFINITY, -0.0).get(random.nextInt(3));
      case 6 -> TEXTS.get(random.nextInt(TEXTS.size()));
      case 7 -> map(random, depth - 1);
      default -> {
        List<Object> list = new ArrayList<>();
        random.ints(random.nextInt(4)).forEach(any -> list.add(value(random, depth - 1)));
        yield list;
      }
    };
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      map.put(TEXTS.get(random.nextInt(TEXTS.size())), value(random, depth));
    }
    return map;
  }
}
