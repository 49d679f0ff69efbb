package io.dtkspark.source.template;

/** A part of a template that writes text or changes names. */
@FunctionalInterface
interface Statement {

  void render(Scope scope, StringBuilder out);

  /** This statement, its failures marked with the line it begins on. */
  default Statement at(int line) {
    return (scope, out) -> {
      try {
        render(scope, out);
        scope.limits().checkOutput(out.length());
      } catch (TemplateException e) {
        throw e.at(line);
      }
    };
  }
}
