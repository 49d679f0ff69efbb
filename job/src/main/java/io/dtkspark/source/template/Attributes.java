package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What stands behind a dot: methods of Python's types, keys of dicts. Nothing of Java. */
final class Attributes {

  private Attributes() {}

  /** {@code value.name}; undefined when there is none. */
  static Object get(Object value, String name) {
    Undefined.check(value);
    Object method = method(value, name);
    if (method instanceof Undefined && value instanceof DictValue dict) {
      return dict.get(name, method);
    }
    return method;
  }

  /** The part after a dotted or numeric path, as filters take it in {@code attribute=}. */
  static Object path(Object value, Object path) {
    if (path instanceof BigInteger) {
      return Sequences.element(value, path);
    }
    Object part = value;
    for (String step : Printing.text(path).split("\\.", -1)) {
      boolean number = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
      part = Sequences.element(part, number ? new BigInteger(step) : step);
    }
    return part;
  }

  /** The attribute that belongs to the type of the value. */
  static Object method(Object value, String name) {
    Object found = null;
    if (value instanceof String text) {
      found = TextMethods.find(text, name);
    } else if (value instanceof DictValue dict) {
      found = dictMethod(dict, name);
    } else if (value instanceof List<?> list) {
      found = listMethod(value, list, name);
    } else if (value instanceof LoopState loop) {
      found = loop.attribute(name);
    } else if (value instanceof NamespaceValue namespace && namespace.values().containsKey(name)) {
      return namespace.values().get(name);
    }
    return found == null
        ? new Undefined(Printing.typeName(value) + " has no attribute '" + name + "'")
        : found;
  }

  private static Callable dictMethod(DictValue dict, String name) {
    return switch (name) {
      case "keys" -> args -> dict.keys();
      case "values" -> args -> dict.values();
      case "items" -> args -> dict.items();
      case "get" ->
          args -> {
            Arguments.Bound bound = args.bind("key", "default");
            return dict.get(bound.required("key"), bound.get("default", null));
          };
      case "update" ->
          args -> {
            DictValue other = (DictValue) Globals.dict(args);
            other.keys().forEach(key -> dict.put(key, other.get(key, null)));
            return null;
          };
      default -> null;
    };
  }

  private static Callable listMethod(Object value, List<?> list, String name) {
    return switch (name) {
      case "index" -> args -> place(list, args.bind("value").required("value"));
      case "count" -> args -> occurrences(list, args.bind("value").required("value"));
      default -> value instanceof ArrayList ? changeMethod(list, name) : null;
    };
  }

  private static BigInteger place(List<?> list, Object wanted) {
    for (int i = 0; i < list.size(); i++) {
      if (Comparing.equal(list.get(i), wanted)) {
        return BigInteger.valueOf(i);
      }
    }
    throw new TemplateException(Printing.repr(wanted) + " is not in the list");
  }

  private static BigInteger occurrences(List<?> list, Object wanted) {
    return BigInteger.valueOf(list.stream().filter(i -> Comparing.equal(i, wanted)).count());
  }

  @SuppressWarnings("unchecked") // an ArrayList is always one of ours, and holds any value
  private static Callable changeMethod(List<?> ours, String name) {
    List<Object> list = (List<Object>) ours;
    return switch (name) {
      case "append" ->
          args -> {
            Limits.checkItems(list.size());
            list.add(args.bind("object").required("object"));
            return null;
          };
      case "extend" ->
          args -> {
            list.addAll(Sequences.items(args.bind("iterable").required("iterable")));
            Limits.checkItems(list.size());
            return null;
          };
      case "pop" ->
          args -> {
            int index = args.bind("index").integer("index", -1);
            int place = index < 0 ? index + list.size() : index;
            if (place < 0 || place >= list.size()) {
              throw new TemplateException("pop() finds no element " + index);
            }
            return list.remove(place);
          };
      default -> null;
    };
  }
}
