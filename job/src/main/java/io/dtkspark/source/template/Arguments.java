package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call passes.
 *
 * @param positional values by place
 * @param named values by name
 */
record Arguments(List<Object> positional, Map<String, Object> named) {

  static final Arguments NONE = new Arguments(List.of(), Map.of());

  /** Gives each value its parameter; those without a value are absent. */
  Bound bind(String... parameters) {
    if (positional.size() > parameters.length) {
      throw new TemplateException(
          "takes at most " + parameters.length + " arguments but got " + positional.size());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(parameters[i], positional.get(i));
    }
    named.forEach(
        (name, value) -> {
          if (!Set.of(parameters).contains(name) || values.containsKey(name)) {
            throw new TemplateException("takes no further argument '" + name + "'");
          }
          values.put(name, value);
        });
    return new Bound(values);
  }

  /** All but the first positional value. */
  Arguments rest() {
    return new Arguments(positional.subList(1, positional.size()), named);
  }

  /** The same call with one more value in front. */
  Arguments after(Object first) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(positional);
    return new Arguments(all, named);
  }

  /** Values by parameter. */
  record Bound(Map<String, Object> values) {

    boolean has(String name) {
      return values.get(name) != null;
    }

    Object get(String name, Object otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    Object required(String name) {
      if (!values.containsKey(name)) {
        throw new TemplateException("needs the argument '" + name + "'");
      }
      return values.get(name);
    }

    String text(String name) {
      return Printing.text(required(name));
    }

    String text(String name, String otherwise) {
      return has(name) ? text(name) : otherwise;
    }

    boolean truth(String name) {
      return values.containsKey(name) && Comparing.truth(values.get(name));
    }

    int integer(String name, int otherwise) {
      return values.containsKey(name) ? integer(name) : otherwise;
    }

    int integer(String name) {
      BigInteger value = Numbers.integer(required(name));
      if (value.bitLength() > Integer.SIZE - 1) {
        throw new TemplateException("the argument '" + name + "' is too large: " + value);
      }
      return value.intValue();
    }
  }
}
