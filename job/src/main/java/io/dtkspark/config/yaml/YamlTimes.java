package io.dtkspark.config.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML 1.1 timestamps: unquoted dates and times become LocalDate, LocalDateTime or Instant. */
final class YamlTimes {

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
              + "(?:(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
              + "(?:[ \\t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?)?");

  private YamlTimes() {}

  /** Without a time of day only the form with two-digit month and day is a date. */
  static boolean looksLikeTime(String text) {
    Matcher m = TIME.matcher(text);
    return m.matches() && (m.group(4) != null || text.length() == "2024-01-01".length());
  }

  /**
   * Reads a time; microseconds are kept, further digits dropped.
   *
   * @throws IllegalArgumentException when there is no such day or time
   */
  static Object parse(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a date or time");
    }
    try {
      LocalDate date = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
      if (date.getYear() < 1) {
        throw new DateTimeException("year 0");
      }
      if (m.group(4) == null) {
        return date;
      }
      LocalDateTime time =
          date.atTime(number(m.group(4)), number(m.group(5)), number(m.group(6)), nanos(m));
      boolean zoned = m.group(8) != null || m.group(9) != null;
      return zoned ? time.minus(offset(m)).toInstant(ZoneOffset.UTC) : time;
    } catch (DateTimeException notInCalendar) {
      throw new IllegalArgumentException("no such date or time", notInCalendar);
    }
  }

  private static Duration offset(Matcher m) {
    if (m.group(9) == null) {
      return Duration.ZERO;
    }
    Duration size = Duration.ofHours(number(m.group(10))).plusMinutes(number(m.group(11)));
    if (size.compareTo(Duration.ofDays(1)) >= 0) {
      throw new DateTimeException("offset of a day or more");
    }
    return m.group(9).equals("-") ? size.negated() : size;
  }

  private static int nanos(Matcher m) {
    String fraction = m.group(7) == null ? "" : m.group(7);
    return Integer.parseInt((fraction + "000000").substring(0, 6)) * 1000;
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
