package io.dtkspark.source.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads macros and the call blocks that hand them a body. */
final class MacroParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  MacroParser(TokenStream tokens, ExpressionParser expressions, StatementParser statements) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.statements = statements;
  }

  Statement macro() {
    String name = tokens.expectName();
    Macro macro = definition(name, "endmacro", signature());
    return (scope, out) -> scope.set(name, macro.in(scope));
  }

  /** {@code call(x) f(1)}: calls {@code f} with the body as macro {@code caller}. */
  Statement callBlock() {
    List<Macro.Parameter> parameters = tokens.atOperator("(") ? signature() : List.of();
    Expression function = expressions.primaries().primary();
    while (tokens.skipOperator(".")) {
      Expression owner = function;
      String attribute = tokens.expectName();
      function = scope -> Attributes.get(owner.value(scope), attribute);
    }
    Expression called = function;
    PostfixParser.Call call = expressions.postfix().arguments();
    Macro caller = definition("caller", "endcall", parameters);
    return (scope, out) -> {
      Arguments arguments = call.arguments(scope);
      Map<String, Object> named = new LinkedHashMap<>(arguments.named());
      named.put("caller", caller.in(scope));
      Object text =
          PostfixParser.invoke(called.value(scope), new Arguments(arguments.positional(), named));
      out.append(Printing.text(text));
    };
  }

  private Macro definition(String name, String end, List<Macro.Parameter> parameters) {
    Set<String> used = new HashSet<>();
    Set<String> outer = expressions.primaries().collectNames(used);
    Statement body = statements.body(name, end);
    expressions.primaries().collectNames(outer);
    outer.addAll(used);
    return new Macro(name, parameters, body, used);
  }

  private List<Macro.Parameter> signature() {
    List<Macro.Parameter> parameters = new ArrayList<>();
    boolean optional = false;
    tokens.expectOperator("(");
    while (!tokens.skipOperator(")")) {
      String name = tokens.expectName();
      Expression otherwise = tokens.skipOperator("=") ? expressions.expression() : null;
      if (optional && otherwise == null) {
        throw new TemplateException(
            "parameter '" + name + "' needs a default like those before it", tokens.line());
      }
      optional = otherwise != null;
      parameters.add(new Macro.Parameter(name, otherwise));
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return parameters;
  }
}
