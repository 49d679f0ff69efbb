package io.dtkspark.source.jdbc;

import io.dtkspark.source.Moments;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values in the text form that SQL servers send. */
public final class TextValues {

  /** More digits may exceed 64 bits. */
  private static final int LONG_DIGITS = 18;

  /** {@code 2024-01-31 23:59:59}. */
  private static final int SECONDS_LENGTH = 19;

  private static final int MICRO_DIGITS = 6;

  private static final Pattern OFFSET =
      Pattern.compile("([+-])(\\d{2})(?::(\\d{2}))?(?::(\\d{2}))?");

  private TextValues() {}

  public static Number integer(String text) {
    return text.length() <= LONG_DIGITS ? (Number) Long.valueOf(text) : new BigInteger(text);
  }

  public static Decimal decimal(String text) {
    return new Decimal(Double.parseDouble(text));
  }

  /**
   * A date like {@code 2024-01-31}.
   *
   * @throws DateTimeException when there is no such date in the years 1 to 9999
   */
  public static LocalDate date(String text) {
    return moment(text + " 00:00:00").toLocalDate();
  }

  /**
   * A moment like {@code 2024-01-31 23:59:59.123456}, the fraction of one to six digits.
   *
   * @throws DateTimeException when there is no such moment in the years 1 to 9999
   */
  public static LocalDateTime moment(String text) {
    return moment(text, text.length());
  }

  /**
   * A moment as {@link #moment} reads it, with an offset like {@code +02}, {@code +05:45} or {@code
   * +00:53:28} behind it.
   *
   * @throws DateTimeException when there is no such moment in the years 1 to 9999
   */
  public static Temporal momentWithOffset(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    LocalDateTime local = moment(text, sign);
    Matcher offset = OFFSET.matcher(text).region(sign, text.length());
    if (!offset.matches()) {
      throw none(text);
    }
    int seconds = part(offset, 2) * 3600 + part(offset, 3) * 60 + part(offset, 4);
    int signed = offset.group(1).equals("-") ? -seconds : seconds;
    OffsetDateTime moment = OffsetDateTime.of(local, ZoneOffset.ofTotalSeconds(signed));
    Moments.inRange(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    return moment;
  }

  private static int part(Matcher offset, int group) {
    return offset.group(group) == null ? 0 : Integer.parseInt(offset.group(group));
  }

  private static LocalDateTime moment(String text, int end) {
    boolean whole = end == SECONDS_LENGTH;
    int digits = end - SECONDS_LENGTH - 1;
    boolean fraction = digits > 0 && digits <= MICRO_DIGITS && text.charAt(SECONDS_LENGTH) == '.';
    if (!whole && !fraction) {
      throw none(text);
    }
    return Moments.inRange(
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, SECONDS_LENGTH),
            whole ? 0 : nanos(text, digits)));
  }

  private static int nanos(String text, int digits) {
    int nanos = number(text, SECONDS_LENGTH + 1, SECONDS_LENGTH + 1 + digits);
    for (int i = digits; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw none(text);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static DateTimeException none(String text) {
    return new DateTimeException("not a moment in the years 1 to 9999: " + text);
  }
}
