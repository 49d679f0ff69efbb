package io.dtkspark.source.template;

import io.dtkspark.source.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions, one method per rank of operators, weakest first. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final PrimaryParser primaries;
  private final PostfixParser postfix;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.primaries = new PrimaryParser(tokens, this);
    this.postfix = new PostfixParser(tokens, this, primaries);
  }

  PrimaryParser primaries() {
    return primaries;
  }

  PostfixParser postfix() {
    return postfix;
  }

  /** One expression, or several with commas between them as a tuple. */
  Expression tuple(boolean conditions) {
    return tuple(conditions, false);
  }

  /** What round brackets may hold. */
  Expression tupleOrNothing() {
    return tuple(true, true);
  }

  private Expression tuple(boolean conditions, boolean mayBeEmpty) {
    List<Expression> items = new ArrayList<>();
    boolean comma = false;
    while (!atTupleEnd()) {
      items.add(conditions ? expression() : or());
      if (!tokens.skipOperator(",")) {
        break;
      }
      comma = true;
    }
    if (items.size() == 1 && !comma) {
      return items.get(0);
    }
    if (items.isEmpty() && !mayBeEmpty) {
      throw tokens.unexpected("an expression");
    }
    return scope -> new TupleValue(values(items, scope));
  }

  private boolean atTupleEnd() {
    Token token = tokens.current();
    return token.is(Kind.PRINT_END) || token.is(Kind.BLOCK_END) || token.isOperator(")");
  }

  /** {@code a if b else c} and everything below. */
  Expression expression() {
    Expression result = or();
    while (tokens.skipName("if")) {
      Expression then = result;
      Expression condition = or();
      Expression otherwise = tokens.skipName("else") ? expression() : scope -> Undefined.NOTHING;
      result =
          scope ->
              Comparing.truth(condition.value(scope)) ? then.value(scope) : otherwise.value(scope);
    }
    return result;
  }

  private Expression or() {
    Expression result = and();
    while (tokens.skipName("or")) {
      Expression left = result;
      Expression right = and();
      result =
          scope -> {
            Object value = left.value(scope);
            return Comparing.truth(value) ? value : right.value(scope);
          };
    }
    return result;
  }

  private Expression and() {
    Expression result = not();
    while (tokens.skipName("and")) {
      Expression left = result;
      Expression right = not();
      result =
          scope -> {
            Object value = left.value(scope);
            return Comparing.truth(value) ? right.value(scope) : value;
          };
    }
    return result;
  }

  private Expression not() {
    if (tokens.skipName("not")) {
      Expression negated = not();
      return scope -> !Comparing.truth(negated.value(scope));
    }
    return comparison();
  }

  /** A comparison with the operand on its right. */
  private record Comparison(String operator, Expression right) {}

  private Expression comparison() {
    Expression first = sum();
    List<Comparison> rest = new ArrayList<>();
    for (String operator = comparator(); operator != null; operator = comparator()) {
      rest.add(new Comparison(operator, sum()));
    }
    return rest.isEmpty() ? first : scope -> holds(first.value(scope), rest, scope);
  }

  private String comparator() {
    Token token = tokens.current();
    if (token.is(Kind.OPERATOR) && COMPARISONS.contains(token.text())) {
      return tokens.next().text();
    }
    if (tokens.skipName("in")) {
      return "in";
    }
    if (token.isName("not") && tokens.look().isName("in")) {
      tokens.next();
      tokens.next();
      return "not in";
    }
    return null;
  }

  /** {@code a < b < c} holds when each neighbouring pair does. */
  private static boolean holds(Object first, List<Comparison> rest, Scope scope) {
    Object left = first;
    for (Comparison comparison : rest) {
      Object right = comparison.right.value(scope);
      boolean holds =
          switch (comparison.operator) {
            case "==" -> Comparing.equal(left, right);
            case "!=" -> !Comparing.equal(left, right);
            case "in" -> Comparing.contains(right, left);
            case "not in" -> !Comparing.contains(right, left);
            default -> Comparing.ordered(comparison.operator, left, right);
          };
      if (!holds) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Expression sum() {
    Expression result = concatenation();
    while (true) {
      Expression left = result;
      if (tokens.skipOperator("+")) {
        Expression right = concatenation();
        result = scope -> Numbers.add(left.value(scope), right.value(scope));
      } else if (tokens.skipOperator("-")) {
        Expression right = concatenation();
        result = scope -> Numbers.subtract(left.value(scope), right.value(scope));
      } else {
        return result;
      }
    }
  }

  private Expression concatenation() {
    Expression first = product();
    if (!tokens.atOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return scope -> {
      StringBuilder out = new StringBuilder();
      parts.forEach(part -> out.append(Printing.text(part.value(scope))));
      Limits.checkLength(out.length());
      return out.toString();
    };
  }

  private Expression product() {
    Expression result = power();
    while (true) {
      Expression left = result;
      if (tokens.skipOperator("*")) {
        Expression right = power();
        result = scope -> Numbers.multiply(left.value(scope), right.value(scope));
      } else if (tokens.skipOperator("/")) {
        Expression right = power();
        result = scope -> Numbers.divide(left.value(scope), right.value(scope));
      } else if (tokens.skipOperator("//")) {
        Expression right = power();
        result = scope -> Numbers.floorDivide(left.value(scope), right.value(scope));
      } else if (tokens.skipOperator("%")) {
        Expression right = power();
        result = scope -> Numbers.modulo(left.value(scope), right.value(scope));
      } else {
        return result;
      }
    }
  }

  private Expression power() {
    Expression result = unary(true);
    while (tokens.skipOperator("**")) {
      Expression left = result;
      Expression right = unary(true);
      result = scope -> Numbers.power(left.value(scope), right.value(scope));
    }
    return result;
  }

  /** A sign binds closer than a filter: {@code -2 | abs} is 2. */
  private Expression unary(boolean filters) {
    Expression result;
    if (tokens.skipOperator("-")) {
      Expression operand = unary(false);
      result = scope -> Numbers.negate(operand.value(scope));
    } else if (tokens.skipOperator("+")) {
      Expression operand = unary(false);
      result = scope -> Numbers.plus(operand.value(scope));
    } else {
      result = primaries.primary();
    }
    result = postfix.accesses(result);
    return filters ? postfix.filtersAndTests(result) : result;
  }

  /** The values in a new list that nobody else has. */
  static List<Object> values(List<Expression> items, Scope scope) {
    List<Object> values = new ArrayList<>(items.size());
    for (Expression item : items) {
      values.add(item.value(scope));
    }
    return values;
  }
}
