package io.dtkspark.source.template;

import java.util.HashMap;
import java.util.Map;

/** Names and their values; a name set inside is gone outside. */
final class Scope {

  private final Scope outer;
  private final Limits limits;
  private final Map<String, Object> values;

  private Scope(Scope outer, Limits limits, Map<String, Object> values) {
    this.outer = outer;
    this.limits = limits;
    this.values = values;
  }

  static Scope of(Map<String, Object> values) {
    return new Scope(null, new Limits(), new HashMap<>(values));
  }

  Scope inner() {
    return new Scope(this, limits, new HashMap<>());
  }

  Limits limits() {
    return limits;
  }

  void set(String name, Object value) {
    values.put(name, value);
  }

  /** The innermost value of the name, {@link Undefined} when it has none. */
  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.values.containsKey(name)) {
        return scope.values.get(name);
      }
    }
    return new Undefined("'" + name + "' is not defined");
  }
}
