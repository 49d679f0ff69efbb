package io.dtkspark.config.python;

/** White space as Python's {@code str} knows it: also no-break spaces. */
public final class Whitespace {

  private Whitespace() {}

  public static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** Where the white space begins that ends at {@code to}; {@code to} when there is none. */
  public static int before(String text, int from, int to) {
    int start = to;
    while (start > from && is(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the white space ends that begins at {@code from}. */
  public static int after(String text, int from) {
    int end = from;
    while (end < text.length() && is(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** {@code str.strip()}; {@link String#strip()} keeps no-break spaces. */
  public static String strip(String text) {
    int from = after(text, 0);
    return text.substring(from, before(text, from, text.length()));
  }
}
