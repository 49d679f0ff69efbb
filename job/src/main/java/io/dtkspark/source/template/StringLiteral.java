package io.dtkspark.source.template;

/** Escapes in quoted texts, as Python reads them; an unknown escape stays as it is. */
final class StringLiteral {

  private static final String SIMPLE = "abfnrtv\\'\"";
  private static final String MEANING = "\u0007\b\f\n\r\t\u000b\\'\"";

  private StringLiteral() {}

  /** What a literal with its quotes stands for. */
  static String value(String quoted, int line) {
    StringBuilder out = new StringBuilder(quoted.length());
    int end = quoted.length() - 1;
    int i = 1;
    while (i < end) {
      char c = quoted.charAt(i++);
      if (c == '\\') {
        i = escape(quoted, i, out, line);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Appends the escape whose backslash ends before {@code i}; returns where it ends. */
  private static int escape(String quoted, int i, StringBuilder out, int line) {
    char c = quoted.charAt(i);
    int simple = SIMPLE.indexOf(c);
    if (simple >= 0) {
      out.append(MEANING.charAt(simple));
      return i + 1;
    }
    return switch (c) {
      case '\n' -> i + 1;
      case 'x' -> number(quoted, i + 1, i + 3, 16, out, line);
      case 'u' -> number(quoted, i + 1, i + 5, 16, out, line);
      case 'U' -> number(quoted, i + 1, i + 9, 16, out, line);
      case '0', '1', '2', '3', '4', '5', '6', '7' ->
          number(quoted, i, octalEnd(quoted, i), 8, out, line);
      default -> {
        out.append('\\').append(c);
        yield i + 1;
      }
    };
  }

  private static int octalEnd(String quoted, int from) {
    int end = from;
    while (end < from + 3 && quoted.charAt(end) >= '0' && quoted.charAt(end) <= '7') {
      end++;
    }
    return end;
  }

  private static int number(
      String quoted, int from, int to, int radix, StringBuilder out, int line) {
    try {
      out.appendCodePoint(Integer.parseUnsignedInt(quoted, from, to, radix));
      return to;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new TemplateException(
          "a text has a broken escape '\\" + quoted.charAt(from - 1) + "'", line);
    }
  }
}
