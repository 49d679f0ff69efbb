package io.dtkspark.source.template;

/**
 * A piece of a template.
 *
 * @param text the name, the operator, or the plain text
 * @param value what a literal stands for
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, Object value, int line) {

  /** What a token is. */
  enum Kind {
    TEXT,
    PRINT_BEGIN,
    PRINT_END,
    BLOCK_BEGIN,
    BLOCK_END,
    NAME,
    OPERATOR,
    STRING,
    INTEGER,
    FLOAT,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** The token in words, for messages. */
  String describe() {
    return switch (kind) {
      case END -> "the end of the template";
      case PRINT_END -> "'}}'";
      case BLOCK_END -> "'%}'";
      case STRING -> "a text";
      default -> "'" + text + "'";
    };
  }
}
