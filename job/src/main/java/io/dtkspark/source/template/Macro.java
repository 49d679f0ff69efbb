package io.dtkspark.source.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named part of a template with parameters; calling it gives the text it writes. */
final class Macro {

  /**
   * One parameter.
   *
   * @param otherwise its value when none is passed; null = undefined
   */
  record Parameter(String name, Expression otherwise) {}

  private static final String VARARGS = "varargs";
  private static final String KWARGS = "kwargs";
  private static final String CALLER = "caller";

  private final String name;
  private final List<Parameter> parameters;
  private final Statement body;
  private final Set<String> used;

  /**
   * @param used names the body reads: they decide whether it takes surplus arguments
   */
  Macro(String name, List<Parameter> parameters, Statement body, Set<String> used) {
    this.name = name;
    this.parameters = parameters;
    this.body = body;
    this.used = used;
  }

  /** The macro, seeing the names of {@code definition}. */
  Callable in(Scope definition) {
    return arguments -> call(definition.inner(), arguments);
  }

  private String call(Scope scope, Arguments arguments) {
    scope.limits().countRound();
    List<Object> positional = arguments.positional();
    Map<String, Object> named = new LinkedHashMap<>(arguments.named());
    Set<String> passed = new HashSet<>();
    for (int i = 0; i < Math.min(positional.size(), parameters.size()); i++) {
      scope.set(parameters.get(i).name(), positional.get(i));
      passed.add(parameters.get(i).name());
    }
    for (int i = passed.size(); i < parameters.size(); i++) {
      String parameter = parameters.get(i).name();
      if (named.containsKey(parameter)) {
        scope.set(parameter, named.remove(parameter));
        passed.add(parameter);
      }
    }
    takeSurplus(scope, positional, named);
    for (Parameter parameter : parameters) {
      if (!passed.contains(parameter.name())) {
        scope.set(parameter.name(), otherwise(parameter, scope));
      }
    }
    StringBuilder out = new StringBuilder();
    body.render(scope, out);
    return out.toString();
  }

  private Object otherwise(Parameter parameter, Scope scope) {
    return parameter.otherwise() == null
        ? new Undefined("macro '" + name + "' was called without '" + parameter.name() + "'")
        : parameter.otherwise().value(scope);
  }

  private void takeSurplus(Scope scope, List<Object> positional, Map<String, Object> named) {
    int from = Math.min(parameters.size(), positional.size());
    List<Object> more = new ArrayList<>(positional.subList(from, positional.size()));
    if (used.contains(CALLER)) {
      Object caller = named.remove(CALLER);
      scope.set(CALLER, caller == null ? new Undefined("there is no call block") : caller);
    }
    if (used.contains(VARARGS)) {
      scope.set(VARARGS, new TupleValue(more));
    } else if (!more.isEmpty()) {
      throw new TemplateException(
          "macro '" + name + "' takes at most " + parameters.size() + " arguments");
    }
    if (used.contains(KWARGS)) {
      DictValue dict = new DictValue();
      named.forEach(dict::put);
      scope.set(KWARGS, dict);
    } else if (!named.isEmpty()) {
      throw new TemplateException(
          "macro '" + name + "' takes no argument '" + named.keySet().iterator().next() + "'");
    }
  }
}
