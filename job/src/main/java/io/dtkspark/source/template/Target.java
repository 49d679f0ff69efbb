package io.dtkspark.source.template;

import java.util.List;

/** What {@code set}, {@code for} and {@code with} assign to. */
@FunctionalInterface
interface Target {

  void assign(Scope scope, Object value);

  static Target name(String name) {
    return (scope, value) -> scope.set(name, value);
  }

  static Target attribute(String namespace, String attribute) {
    return (scope, value) -> {
      if (!(scope.get(namespace) instanceof NamespaceValue names)) {
        throw new TemplateException("only a namespace() has attributes that can be set");
      }
      names.values().put(attribute, value);
    };
  }

  /** Takes a sequence apart. */
  static Target tuple(List<Target> parts) {
    return (scope, value) -> {
      List<Object> items = Sequences.items(value);
      if (items.size() != parts.size()) {
        throw new TemplateException(
            items.size() + " values cannot be assigned to " + parts.size() + " names");
      }
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).assign(scope, items.get(i));
      }
    };
  }
}
