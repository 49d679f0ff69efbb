package io.dtkspark.config.python;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as {@code datetime.fromisoformat} of Python 3.11 reads them: calendar or week dates, with
 * or without dashes, any one character before the time of day, an optional offset after at most one
 * more character (a space, usually).
 */
public final class IsoTime {

  private static final Pattern WHOLE =
      Pattern.compile(
          "(\\d{4})(-?)(?:W(\\d\\d)(?:\\2(\\d))?|(\\d\\d)\\2(\\d\\d))"
              + "(?:.(\\d[\\d:.,]*?)(?:\\D?([+-])(\\d[\\d:.,]*))?)?",
          Pattern.DOTALL);

  private static final Pattern CLOCK =
      Pattern.compile("(\\d\\d)(?:(:?)(\\d\\d)(?:\\2(\\d\\d))?)?(?:[.,](\\d+))?");

  private static final int MICROSECOND_DIGITS = 6;

  private IsoTime() {}

  /** The time in UTC; a text without offset is UTC already. Empty when it is no such time. */
  public static Optional<LocalDateTime> parseUtc(String text) {
    Matcher m = WHOLE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = date(m).atTime(m.group(7) == null ? LocalTime.MIN : clock(m.group(7)));
      Duration offset = m.group(9) == null ? Duration.ZERO : sinceMidnight(clock(m.group(9)));
      LocalDateTime utc = "-".equals(m.group(8)) ? local.plus(offset) : local.minus(offset);
      return Optional.of(utc).filter(time -> local.getYear() >= 1);
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }

  private static LocalDate date(Matcher m) {
    if (m.group(3) == null) {
      return LocalDate.of(number(m.group(1)), number(m.group(5)), number(m.group(6)));
    }
    String weekday = m.group(4) == null ? "1" : m.group(4);
    String text = m.group(1) + "-W" + m.group(3) + "-" + weekday;
    return LocalDate.parse(text, DateTimeFormatter.ISO_WEEK_DATE);
  }

  private static LocalTime clock(String text) {
    Matcher m = CLOCK.matcher(text);
    if (!m.matches()) {
      throw new DateTimeException("not a time of day: " + text);
    }
    return LocalTime.of(
        number(m.group(1)), number(m.group(3)), number(m.group(4)), nanos(m.group(5)));
  }

  private static Duration sinceMidnight(LocalTime clock) {
    return Duration.between(LocalTime.MIN, clock);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Digits after the sixth are dropped. */
  private static int nanos(String fraction) {
    if (fraction == null) {
      return 0;
    }
    String padded = fraction + "0".repeat(MICROSECOND_DIGITS);
    return Integer.parseInt(padded.substring(0, MICROSECOND_DIGITS)) * 1000;
  }
}
