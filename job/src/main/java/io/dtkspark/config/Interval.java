package io.dtkspark.config;

import io.dtkspark.config.python.Whitespace;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A positive number of seconds with the text it was written as.
 *
 * @param seconds length, at least 1
 * @param text the YAML value as text ("1h", "90"), stored in {@code _dtk_metrics}
 */
public record Interval(long seconds, String text) implements Serializable {

  /** Longest time span of Python's {@code timedelta}: 999,999,999 days and a day less a second. */
  private static final BigInteger MAX_SECONDS = BigInteger.valueOf(86_399_999_999_999L);

  private static final Pattern FORM = Pattern.compile("(\\p{Nd}+)([a-z]+)");

  private static final Map<String, Integer> UNIT_SECONDS =
      Map.ofEntries(
          Map.entry("s", 1),
          Map.entry("sec", 1),
          Map.entry("second", 1),
          Map.entry("seconds", 1),
          Map.entry("m", 60),
          Map.entry("min", 60),
          Map.entry("minute", 60),
          Map.entry("minutes", 60),
          Map.entry("h", 3600),
          Map.entry("hour", 3600),
          Map.entry("hours", 3600),
          Map.entry("d", 86_400),
          Map.entry("day", 86_400),
          Map.entry("days", 86_400));

  /**
   * Reads a number with a unit: {@code 30s}, {@code 10min}, {@code 1h}, {@code 1d}; upper case and
   * space around it do not matter.
   *
   * @throws IllegalArgumentException when the text is nothing like that, zero, or too long
   */
  public static Interval parse(String text) {
    Matcher m = FORM.matcher(Whitespace.strip(text).toLowerCase(Locale.ROOT));
    Integer unit = m.matches() ? UNIT_SECONDS.get(m.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "expected a number and a unit of s, min, h or d, such as \"10min\"");
    }
    return of(new BigInteger(m.group(1)).multiply(BigInteger.valueOf(unit)), text);
  }

  /**
   * A whole number of seconds.
   *
   * @throws IllegalArgumentException when it is not positive or too long
   */
  public static Interval ofSeconds(BigInteger seconds) {
    return of(seconds, seconds.toString());
  }

  private static Interval of(BigInteger seconds, String text) {
    if (seconds.signum() <= 0 || seconds.compareTo(MAX_SECONDS) > 0) {
      throw new IllegalArgumentException("expected 1 to " + MAX_SECONDS + " seconds");
    }
    return new Interval(seconds.longValueExact(), text);
  }

  public long millis() {
    return seconds * 1000L;
  }
}
