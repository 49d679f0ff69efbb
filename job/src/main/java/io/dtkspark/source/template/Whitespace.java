package io.dtkspark.source.template;

/** White space as Python's {@code str} knows it. */
final class Whitespace {

  private Whitespace() {}

  static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** Where the white space begins that ends at {@code to}; {@code to} when there is none. */
  static int before(String text, int from, int to) {
    int start = to;
    while (start > from && is(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the white space ends that begins at {@code from}. */
  static int after(String text, int from) {
    int end = from;
    while (end < text.length() && is(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static String strip(String text) {
    int from = after(text, 0);
    return text.substring(from, before(text, from, text.length()));
  }
}
