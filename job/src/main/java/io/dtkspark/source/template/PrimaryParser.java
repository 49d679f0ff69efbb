package io.dtkspark.source.template;

import io.dtkspark.source.template.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the smallest expressions: literals, names and everything in brackets. */
final class PrimaryParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private Set<String> namesRead = new HashSet<>();

  PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Starts a new set of names that expressions read; returns the old one. */
  Set<String> collectNames(Set<String> names) {
    Set<String> old = namesRead;
    namesRead = names;
    return old;
  }

  /** A literal, a name or a bracket. */
  Expression primary() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NAME -> name(token.text());
      case INTEGER, FLOAT -> scope -> token.value();
      case STRING -> text((String) token.value());
      default -> bracket(token);
    };
  }

  /** Texts that follow each other are one. */
  private Expression text(String first) {
    StringBuilder text = new StringBuilder(first);
    while (tokens.current().is(Kind.STRING)) {
      text.append(tokens.next().value());
    }
    String whole = text.toString();
    return scope -> whole;
  }

  private Expression bracket(Token opening) {
    if (opening.isOperator("(")) {
      Expression inner = expressions.tupleOrNothing();
      tokens.expectOperator(")");
      return inner;
    }
    if (opening.isOperator("[")) {
      List<Expression> items = list();
      return scope -> ExpressionParser.values(items, scope);
    }
    if (opening.isOperator("{")) {
      return dict();
    }
    throw new TemplateException(
        "expected an expression but found " + opening.describe(), opening.line());
  }

  private Expression name(String name) {
    return switch (name) {
      case "true", "True" -> scope -> true;
      case "false", "False" -> scope -> false;
      case "none", "None" -> scope -> null;
      default -> {
        namesRead.add(name);
        yield scope -> scope.get(name);
      }
    };
  }

  private List<Expression> list() {
    List<Expression> items = new ArrayList<>();
    while (!tokens.skipOperator("]")) {
      items.add(expressions.expression());
      if (!tokens.atOperator("]")) {
        tokens.expectOperator(",");
      }
    }
    return items;
  }

  private Expression dict() {
    Map<Expression, Expression> items = new LinkedHashMap<>();
    while (!tokens.skipOperator("}")) {
      Expression key = expressions.expression();
      tokens.expectOperator(":");
      items.put(key, expressions.expression());
      if (!tokens.atOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return scope -> {
      DictValue dict = new DictValue();
      items.forEach((key, value) -> dict.put(key.value(scope), value.value(scope)));
      return dict;
    };
  }
}
