package io.dtkspark.source.template;

import io.dtkspark.source.template.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what follows a value: attributes, elements, calls, filters and tests. */
final class PostfixParser {

  private static final Set<Kind> LITERALS =
      EnumSet.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);

  /** Arguments whose values are not known yet. */
  @FunctionalInterface
  interface Call {
    Arguments arguments(Scope scope);
  }

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final PrimaryParser primaries;

  PostfixParser(TokenStream tokens, ExpressionParser expressions, PrimaryParser primaries) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.primaries = primaries;
  }

  Expression accesses(Expression value) {
    Expression result = value;
    while (true) {
      if (tokens.skipOperator(".")) {
        result = attribute(result);
      } else if (tokens.skipOperator("[")) {
        result = element(result);
      } else if (tokens.atOperator("(")) {
        result = call(result);
      } else {
        return result;
      }
    }
  }

  Expression filtersAndTests(Expression value) {
    Expression result = value;
    while (true) {
      if (tokens.skipOperator("|")) {
        result = filter(result);
      } else if (tokens.skipName("is")) {
        result = test(result);
      } else if (tokens.atOperator("(")) {
        result = call(result);
      } else {
        return result;
      }
    }
  }

  private Expression attribute(Expression value) {
    if (tokens.current().is(Kind.INTEGER)) {
      Object index = tokens.next().value();
      return scope -> Sequences.element(value.value(scope), index);
    }
    String name = tokens.expectName();
    return scope -> Attributes.get(value.value(scope), name);
  }

  private Expression element(Expression value) {
    Expression start = tokens.atOperator(":") ? null : expressions.expression();
    if (start != null && tokens.atOperator(",")) {
      return element(value, tupleKey(start));
    }
    if (start != null && tokens.skipOperator("]")) {
      return element(value, start);
    }
    tokens.expectOperator(":");
    Expression stop = bound();
    Expression step = tokens.skipOperator(":") ? bound() : null;
    tokens.expectOperator("]");
    return scope ->
        Sequences.slice(
            value.value(scope), valueOf(start, scope), valueOf(stop, scope), valueOf(step, scope));
  }

  private static Expression element(Expression value, Expression key) {
    return scope -> Sequences.element(value.value(scope), key.value(scope));
  }

  /** {@code value[1, 2]}: the key is the tuple. */
  private Expression tupleKey(Expression first) {
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (!tokens.skipOperator("]")) {
      tokens.expectOperator(",");
      parts.add(expressions.expression());
    }
    return scope -> new TupleValue(ExpressionParser.values(parts, scope));
  }

  private Expression bound() {
    return tokens.atOperator(":") || tokens.atOperator("]") ? null : expressions.expression();
  }

  private static Object valueOf(Expression expression, Scope scope) {
    return expression == null ? null : expression.value(scope);
  }

  private Expression call(Expression function) {
    Call call = arguments();
    return scope -> invoke(function.value(scope), call.arguments(scope));
  }

  /** Calls a value; fails when it is no function. */
  static Object invoke(Object function, Arguments arguments) {
    if (Undefined.check(function) instanceof Callable callable) {
      return callable.call(arguments);
    }
    throw new TemplateException(Printing.typeName(function) + " cannot be called");
  }

  /** The name and arguments of one filter, its pipe read already. */
  Expression filter(Expression value) {
    String name = tokens.expectName();
    Call call = tokens.atOperator("(") ? arguments() : scope -> Arguments.NONE;
    return scope -> Filters.apply(name, value.value(scope), call.arguments(scope));
  }

  private Expression test(Expression value) {
    boolean negated = tokens.skipName("not");
    String name = tokens.expectName();
    Call call = testArguments();
    return scope -> Tests.apply(name, value.value(scope), call.arguments(scope)) != negated;
  }

  /** In brackets, or one value without them as in {@code is divisibleby 3}. */
  private Call testArguments() {
    if (tokens.atOperator("(")) {
      return arguments();
    }
    Token token = tokens.current();
    boolean ends = token.isName("else") || token.isName("or") || token.isName("and");
    boolean starts =
        LITERALS.contains(token.kind()) || token.isOperator("[") || token.isOperator("{");
    if (!starts || ends) {
      return scope -> Arguments.NONE;
    }
    if (token.isName("is")) {
      throw new TemplateException("tests cannot follow each other", token.line());
    }
    Expression argument = accesses(primaries.primary());
    return scope -> Arguments.NONE.after(argument.value(scope));
  }

  /** Arguments in round brackets. */
  Call arguments() {
    tokens.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!tokens.skipOperator(")")) {
      if (tokens.current().is(Kind.NAME) && tokens.look().isOperator("=")) {
        String name = tokens.expectName();
        tokens.next();
        named.put(name, expressions.expression());
      } else if (named.isEmpty()) {
        positional.add(expressions.expression());
      } else {
        throw tokens.unexpected("a named argument");
      }
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return scope -> {
      Map<String, Object> values = new LinkedHashMap<>();
      named.forEach((name, value) -> values.put(name, value.value(scope)));
      return new Arguments(ExpressionParser.values(positional, scope), values);
    };
  }
}
