package io.dtkspark.config.python;

import java.util.Arrays;
import java.util.Comparator;

/** Character classes and order of Python's {@code str}, which works on code points. */
public final class PythonText {

  /** Order of {@code sorted()} on strings; differs from {@code String.compareTo} above U+FFFF. */
  public static final Comparator<String> ORDER = PythonText::compare;

  private PythonText() {}

  /** {@code str.strip()}: also removes no-break spaces, which {@link String#strip()} keeps. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether every character is a letter or digit of any script, or one of {@code others}. */
  public static boolean consistsOfAlnumOr(String others, String text) {
    return text.codePoints().allMatch(c -> isAlnum(c) || others.indexOf(c) >= 0);
  }

  /** {@code str.isalnum()} of one character; counts numerals such as ² and Ⅷ as well. */
  public static boolean isAlnum(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.LETTER_NUMBER
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static int compare(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }
}
