package io.dtkspark.config.python;

/** Character classes of Python's {@code str}, which works on code points. */
public final class PythonText {

  private PythonText() {}

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
}
