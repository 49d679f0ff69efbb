package io.dtkspark.source.template;

import io.dtkspark.config.python.PythonRepr;
import java.math.BigInteger;
import java.util.List;
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
    if (value instanceof TupleValue tuple) {
      return tuple.size() == 1 ? "(" + repr(tuple.get(0)) + ",)" : joined(tuple, "(", ")");
    }
    if (value instanceof RangeValue) {
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
    if (value == null
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof String) {
      return PythonRepr.of(value);
    }
    throw new TemplateException(typeName(value) + " cannot be written as text");
  }

  private static String joined(List<?> items, String open, String close) {
    StringJoiner out = new StringJoiner(", ", open, close);
    items.forEach(item -> out.add(repr(item)));
    return out.toString();
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
