package io.dtkspark.config.python;

import io.dtkspark.json.ShortestDouble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * {@code repr()} of the values a YAML file can hold: null, Boolean, Long, BigInteger, Double,
 * String, and lists and maps of them.
 */
public final class PythonRepr {

  private PythonRepr() {}

  /** The text Python shows for {@code value}. */
  public static String of(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Double number) {
      return ShortestDouble.python(number);
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof List<?> list) {
      StringJoiner joined = new StringJoiner(", ", "[", "]");
      list.forEach(item -> joined.add(of(item)));
      return joined.toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner joined = new StringJoiner(", ", "{", "}");
      map.forEach((k, v) -> joined.add(of(k) + ": " + of(v)));
      return joined.toString();
    }
    return value.toString();
  }

  /** Single quotes, unless only the text itself has them. */
  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> appendEscaped(out, c, quote));
    return out.append(quote).toString();
  }

  private static void appendEscaped(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (c == ' ' || isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          String form = c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x";
          out.append(String.format(Locale.ROOT, form, c));
        }
      }
    }
  }

  /** {@code str.isprintable()}: neither "other" nor "separator" in Unicode's categories. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
