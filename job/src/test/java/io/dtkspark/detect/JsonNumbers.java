package io.dtkspark.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares JSON texts: everything but the numbers to the letter, numbers within a tolerance. */
final class JsonNumbers {

  private static final Pattern NUMBER =
      Pattern.compile("(?<=[:\\[,])-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?(?=[,}\\]])");

  private JsonNumbers() {}

  /**
   * @param tolerance relative to the number; 0 compares the texts
   */
  static void assertSame(String expected, String actual, double tolerance, String what) {
    if (tolerance == 0) {
      assertEquals(expected, actual, what);
      return;
    }
    assertEquals(
        NUMBER.matcher(expected).replaceAll("#"), NUMBER.matcher(actual).replaceAll("#"), what);
    Matcher wanted = NUMBER.matcher(expected);
    Matcher found = NUMBER.matcher(actual);
    while (wanted.find() && found.find()) {
      double number = Double.parseDouble(wanted.group());
      assertEquals(
          number, Double.parseDouble(found.group()), tolerance * Math.abs(number), what + actual);
    }
  }
}
