package io.dtkspark.config;

import io.dtkspark.config.python.Whitespace;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A duration as it stands in a file, not yet checked.
 *
 * @param text "10min", or decimal digits when {@code seconds}
 * @param seconds whether the file has a number, which means seconds; quoted digits are no duration
 */
record DurationText(String text, boolean seconds) {

  static final String EXPECTED =
      "a duration such as \"30s\", \"10min\", \"1h\", \"1d\", or whole seconds";

  private static final Pattern ZERO = Pattern.compile("0+\\s*[A-Za-z]*");

  /**
   * The duration.
   *
   * @throws IllegalArgumentException when it is none, or not positive
   */
  Interval interval() {
    return seconds ? Interval.ofSeconds(new BigInteger(text)) : Interval.parse(text);
  }

  /** Seconds of a delay, where zero in any spelling (0, "0", "0min") means none. */
  long delaySeconds() {
    String trimmed = Whitespace.strip(text);
    return ZERO.matcher(trimmed).matches() ? 0 : interval().seconds();
  }

  /** Whether Python takes the value for false: an empty text or the number zero. */
  boolean isFalsy() {
    return text.isEmpty() || (seconds && text.equals("0"));
  }
}
