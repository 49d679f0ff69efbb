package io.dtkspark.cli.output;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes maps, lists, text, numbers and booleans as one line of JSON the way Python's {@code
 * json.dumps} does: a space after commas and colons, everything beyond ASCII escaped.
 */
final class Json {

  private Json() {}

  static String write(Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, Object value) {
    if (value instanceof Map<?, ?> map) {
      appendMap(json, map);
    } else if (value instanceof List<?> list) {
      appendList(json, list);
    } else if (value instanceof String text) {
      appendText(json, text);
    } else {
      json.append(value);
    }
  }

  private static void appendMap(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> it = map.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<?, ?> entry = it.next();
      appendText(json, (String) entry.getKey());
      json.append(": ");
      append(json, entry.getValue());
      json.append(it.hasNext() ? ", " : "");
    }
    json.append('}');
  }

  private static void appendList(StringBuilder json, List<?> list) {
    json.append('[');
    for (Iterator<?> it = list.iterator(); it.hasNext(); ) {
      append(json, it.next());
      json.append(it.hasNext() ? ", " : "");
    }
    json.append(']');
  }

  private static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7e) {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
