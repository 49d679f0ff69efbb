package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions every template can call. */
final class Globals {

  private static final Map<String, Object> ALL =
      Map.of(
          "range", (Callable) Globals::range,
          "dict", (Callable) Globals::dict,
          "namespace", (Callable) Globals::namespace,
          "joiner", (Callable) Globals::joiner);

  private Globals() {}

  /** A scope with the functions and, before them, the given values. */
  static Scope scope(Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(ALL);
    all.putAll(values);
    return Scope.of(all);
  }

  private static Object range(Arguments arguments) {
    List<Object> bounds = arguments.positional();
    if (bounds.isEmpty() || bounds.size() > 3 || !arguments.named().isEmpty()) {
      throw new TemplateException("range() takes one to three integers");
    }
    BigInteger first = Numbers.integer(bounds.get(0));
    BigInteger step = bounds.size() < 3 ? BigInteger.ONE : Numbers.integer(bounds.get(2));
    return bounds.size() == 1
        ? new RangeValue(BigInteger.ZERO, first, step)
        : new RangeValue(first, Numbers.integer(bounds.get(1)), step);
  }

  /** {@code dict(mapping_or_pairs, name=value)}. */
  static Object dict(Arguments arguments) {
    DictValue dict = new DictValue();
    for (Object source : arguments.positional()) {
      if (source instanceof DictValue other) {
        other.keys().forEach(key -> dict.put(key, other.get(key, null)));
      } else {
        for (Object item : Sequences.items(source)) {
          List<Object> pair = Sequences.items(item);
          if (pair.size() != 2) {
            throw new TemplateException("dict() takes pairs of key and value");
          }
          dict.put(pair.get(0), pair.get(1));
        }
      }
    }
    arguments.named().forEach(dict::put);
    return dict;
  }

  private static Object namespace(Arguments arguments) {
    Map<String, Object> values = new LinkedHashMap<>();
    DictValue dict = (DictValue) dict(arguments);
    dict.keys().forEach(key -> values.put(Printing.text(key), dict.get(key, null)));
    return new NamespaceValue(values);
  }

  /** Gives nothing the first time and the separator from then on. */
  private static Object joiner(Arguments arguments) {
    String separator = arguments.bind("sep").text("sep", ", ");
    boolean[] called = {false};
    return (Callable)
        none -> {
          boolean first = !called[0];
          called[0] = true;
          return first ? "" : separator;
        };
  }
}
