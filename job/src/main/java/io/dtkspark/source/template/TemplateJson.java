package io.dtkspark.source.template;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;

/** {@code tojson}: sorted keys, spaces after commas and colons, ASCII only, no HTML characters. */
final class TemplateJson {

  private TemplateJson() {}

  static String text(Object value) {
    if (Undefined.check(value) == null) {
      return "null";
    }
    if (value instanceof Boolean flag) {
      return flag.toString();
    }
    if (Numbers.isNumber(value)) {
      return Printing.text(value);
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof List<?> list) {
      StringJoiner out = new StringJoiner(", ", "[", "]");
      list.forEach(item -> out.add(text(item)));
      return out.toString();
    }
    if (value instanceof DictValue dict) {
      TreeMap<String, Object> sorted = new TreeMap<>();
      dict.keys().forEach(key -> sorted.put(name(key), dict.get(key, null)));
      StringJoiner out = new StringJoiner(", ", "{", "}");
      sorted.forEach((key, item) -> out.add(quoted(key) + ": " + text(item)));
      return out.toString();
    }
    throw new TemplateException(Printing.typeName(value) + " has no JSON form");
  }

  private static String name(Object key) {
    return key instanceof String text ? text : text(key);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> escaped(out, (char) c));
    return out.append('"').toString();
  }

  private static void escaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        boolean plain = c >= ' ' && c < 0x7f && "<>&'".indexOf(c) < 0;
        out.append(plain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
  }
}
