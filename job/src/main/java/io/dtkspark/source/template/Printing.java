package io.dtkspark.source.template;

import io.dtkspark.json.JsonText;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Values as text: Python's {@code str} and {@code repr}. */
final class Printing {

  private Printing() {}

  /** {@code str(value)}. */
  static String text(Object value) {
    return Undefined.check(value) instanceof String text ? text : repr(value);
  }

  /** {@code repr(value)}: how a value looks inside a list. */
  static String repr(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof TupleValue tuple) {
      return tuple.size() == 1 ? "(" + repr(tuple.get(0)) + ",)" : joined(tuple, "(", ")");
    }
    if (value instanceof RangeValue || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      return joined(list, "[", "]");
    }
    if (value instanceof DictValue dict) {
      StringJoiner out = new StringJoiner(", ", "{", "}");
      dict.items().stream()
          .map(List.class::cast)
          .forEach(pair -> out.add(repr(pair.get(0)) + ": " + repr(pair.get(1))));
      return out.toString();
    }
    if (value instanceof Undefined) {
      return "Undefined";
    }
    throw new TemplateException(typeName(value) + " cannot be written as text");
  }

  private static String joined(List<?> items, String open, String close) {
    StringJoiner out = new StringJoiner(", ", open, close);
    items.forEach(item -> out.add(repr(item)));
    return out.toString();
  }

  /** {@code repr} of a float: JSON's shortest digits, other rules for the exponent. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-inf" : "inf";
    }
    String json = new JsonText().value(value).toString();
    int zeros = json.indexOf("0.0000");
    if (zeros >= 0 && zeros <= 1) { // 0.000015 is 1.5e-05 in Python
      String digits = json.substring(zeros + 6);
      String point = digits.length() == 1 ? "" : "." + digits.substring(1);
      return json.substring(0, zeros) + digits.charAt(0) + point + "e-05";
    }
    int exponent = json.indexOf('e') + 2;
    return exponent > 1 && json.length() - exponent == 1
        ? json.substring(0, exponent) + "0" + json.substring(exponent)
        : json;
  }

  /** Single quotes, unless only the text itself has them. */
  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> escaped(out, c, quote));
    return out.append(quote).toString();
  }

  private static void escaped(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote || c == '\\') {
          out.append('\\').appendCodePoint(c);
        } else if (c < ' ' || (c >= 0x7f && c <= 0xa0) || c == 0xad) {
          out.append(String.format(Locale.ROOT, "\\x%02x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** The Python type, for messages. */
  static String typeName(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean) {
      return "a bool";
    }
    if (value instanceof BigInteger) {
      return "an int";
    }
    if (value instanceof Double) {
      return "a float";
    }
    if (value instanceof String) {
      return "a str";
    }
    if (value instanceof TupleValue) {
      return "a tuple";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof DictValue) {
      return "a dict";
    }
    return value instanceof Callable ? "a function" : "an object";
  }
}
