package io.dtkspark.source.template;

import io.dtkspark.source.template.Token.Kind;
import java.util.List;

/** The tokens of a template with a reading position. */
final class TokenStream {

  private final List<Token> tokens;
  private int position;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(position);
  }

  /** The token after the current one. */
  Token look() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  int line() {
    return current().line();
  }

  /** Line of the token that was read last. */
  int previousLine() {
    return tokens.get(Math.max(position - 1, 0)).line();
  }

  /** Returns the current token and moves on; the end stays where it is. */
  Token next() {
    Token token = current();
    if (!token.is(Kind.END)) {
      position++;
    }
    return token;
  }

  boolean atOperator(String operator) {
    return current().isOperator(operator);
  }

  boolean atName(String name) {
    return current().isName(name);
  }

  boolean skipOperator(String operator) {
    return skip(atOperator(operator));
  }

  boolean skipName(String name) {
    return skip(atName(name));
  }

  private boolean skip(boolean matches) {
    if (matches) {
      next();
    }
    return matches;
  }

  void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw unexpected("'" + operator + "'");
    }
  }

  void expectName(String name) {
    if (!skipName(name)) {
      throw unexpected("'" + name + "'");
    }
  }

  /** Any name. */
  String expectName() {
    if (!current().is(Kind.NAME)) {
      throw unexpected("a name");
    }
    return next().text();
  }

  void expect(Kind kind) {
    if (!current().is(kind)) {
      throw unexpected(kind == Kind.BLOCK_END ? "'%}'" : "'}}'");
    }
    next();
  }

  TemplateException unexpected(String wanted) {
    return new TemplateException(
        "expected " + wanted + " but found " + current().describe(), line());
  }
}
