package io.dtkspark.source.template;

import io.dtkspark.source.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the template as a whole and what stands in block tags. */
final class StatementParser {

  /** Tags of Jinja2 that need other templates, or that nobody needs in a query. */
  private static final Set<String> UNSUPPORTED =
      Set.of("include", "import", "from", "extends", "block", "autoescape", "print");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final MacroParser macros;

  StatementParser(List<Token> tokens) {
    this.tokens = new TokenStream(tokens);
    this.expressions = new ExpressionParser(this.tokens);
    this.macros = new MacroParser(this.tokens, expressions, this);
  }

  /** The whole template. */
  Statement template() {
    Statement all = statements("the template", Set.of());
    if (!tokens.current().is(Kind.END)) {
      throw tokens.unexpected("the end of the template");
    }
    return all;
  }

  /**
   * Everything up to one of the tags {@code ends}, which is read up to its name.
   *
   * @param opener the tag that needs the end, for messages
   */
  Statement statements(String opener, Set<String> ends) {
    int opened = tokens.previousLine();
    List<Statement> all = new ArrayList<>();
    while (!tokens.current().is(Kind.END)) {
      Token token = tokens.next();
      if (token.is(Kind.TEXT)) {
        all.add((scope, out) -> out.append(token.text()));
      } else if (token.is(Kind.PRINT_BEGIN)) {
        all.add(print().at(token.line()));
      } else if (tokens.current().is(Kind.NAME) && ends.contains(tokens.current().text())) {
        return sequence(all);
      } else {
        all.add(block().at(token.line()));
        tokens.expect(Kind.BLOCK_END);
      }
    }
    if (!ends.isEmpty()) {
      throw new TemplateException(
          "'"
              + opener
              + "' is not closed by "
              + String.join(" or ", ends.stream().sorted().toList()),
          opened);
    }
    return sequence(all);
  }

  /** The body of a tag: closes the tag, reads up to {@code end} and its name. */
  Statement body(String opener, String end) {
    tokens.expect(Kind.BLOCK_END);
    Statement body = statements(opener, Set.of(end));
    tokens.expectName(end);
    return body;
  }

  private static Statement sequence(List<Statement> all) {
    return (scope, out) -> {
      for (Statement statement : all) {
        statement.render(scope, out);
      }
    };
  }

  private Statement print() {
    Expression value = expressions.tuple(true);
    tokens.expect(Kind.PRINT_END);
    return (scope, out) -> out.append(Printing.text(value.value(scope)));
  }

  private Statement block() {
    int line = tokens.line();
    String tag = tokens.expectName();
    return switch (tag) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> set();
      case "with" -> with();
      case "macro" -> macros.macro();
      case "call" -> macros.callBlock();
      case "filter" -> filterBlock();
      default -> {
        String problem =
            UNSUPPORTED.contains(tag)
                ? "is not supported: a query is one template that stands alone"
                : "is unknown or out of place";
        throw new TemplateException("the tag '" + tag + "' " + problem, line);
      }
    };
  }

  private Statement condition() {
    Expression test = expressions.tuple(false);
    tokens.expect(Kind.BLOCK_END);
    Statement then = statements("if", Set.of("elif", "else", "endif"));
    Statement otherwise = alternative();
    return (scope, out) ->
        (Comparing.truth(test.value(scope)) ? then : otherwise).render(scope, out);
  }

  private Statement alternative() {
    int line = tokens.line();
    String tag = tokens.expectName();
    return switch (tag) {
      case "elif" -> condition().at(line);
      case "else" -> body("else", "endif");
      default -> (scope, out) -> {};
    };
  }

  private Statement loop() {
    Target target = target("in");
    tokens.expectName("in");
    Expression sequence = expressions.tuple(false);
    Expression filter = tokens.skipName("if") ? expressions.expression() : scope -> true;
    if (tokens.atName("recursive")) {
      throw new TemplateException("recursive loops are not supported; use a macro", tokens.line());
    }
    tokens.expect(Kind.BLOCK_END);
    Statement body = statements("for", Set.of("else", "endfor"));
    Statement otherwise =
        tokens.expectName().equals("else") ? body("else", "endfor") : (scope, out) -> {};
    return new Loop(target, sequence, filter, body, otherwise);
  }

  private Statement set() {
    Target target = target("=");
    if (tokens.skipOperator("=")) {
      Expression value = expressions.tuple(true);
      return (scope, out) -> target.assign(scope, value.value(scope));
    }
    BlockValue block = new BlockValue();
    Expression filtered = block;
    while (tokens.skipOperator("|")) {
      filtered = expressions.postfix().filter(filtered);
    }
    block.body = body("set", "endset");
    Expression value = filtered;
    return (scope, out) -> target.assign(scope, value.value(scope));
  }

  private Statement filterBlock() {
    BlockValue block = new BlockValue();
    Expression filtered = expressions.postfix().filter(block);
    while (tokens.skipOperator("|")) {
      filtered = expressions.postfix().filter(filtered);
    }
    block.body = body("filter", "endfilter");
    Expression value = filtered;
    return (scope, out) -> out.append(Printing.text(value.value(scope)));
  }

  /** The text of a block whose body is read after the filters that use it. */
  private static final class BlockValue implements Expression {
    private Statement body;

    @Override
    public Object value(Scope scope) {
      StringBuilder text = new StringBuilder();
      body.render(scope.inner(), text);
      return text.toString();
    }
  }

  private Statement with() {
    List<Target> targets = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!tokens.current().is(Kind.BLOCK_END)) {
      if (!targets.isEmpty()) {
        tokens.expectOperator(",");
      }
      targets.add(Target.name(tokens.expectName()));
      tokens.expectOperator("=");
      values.add(expressions.expression());
    }
    Statement body = body("with", "endwith");
    return (scope, out) -> {
      Scope inner = scope.inner();
      for (int i = 0; i < targets.size(); i++) {
        targets.get(i).assign(inner, values.get(i).value(scope));
      }
      body.render(inner, out);
    };
  }

  /** Names, a namespace's attribute, or a tuple of them, up to {@code end}. */
  private Target target(String end) {
    List<Target> parts = new ArrayList<>();
    boolean comma = false;
    while (!(tokens.atName(end) || tokens.atOperator(end) || tokens.atOperator(")"))
        || parts.isEmpty()) {
      parts.add(targetPart());
      if (!tokens.skipOperator(",")) {
        break;
      }
      comma = true;
    }
    return parts.size() == 1 && !comma ? parts.get(0) : Target.tuple(parts);
  }

  private Target targetPart() {
    if (tokens.skipOperator("(")) {
      Target inner = target(")");
      tokens.expectOperator(")");
      return inner;
    }
    String name = assignable();
    return tokens.skipOperator(".")
        ? Target.attribute(name, tokens.expectName())
        : Target.name(name);
  }

  /** A name that is no literal and no word of the language. */
  private String assignable() {
    int line = tokens.line();
    String name = tokens.expectName();
    if (Set.of("true", "false", "none", "True", "False", "None", "in").contains(name)) {
      throw new TemplateException("nothing can be assigned to '" + name + "'", line);
    }
    return name;
  }
}
