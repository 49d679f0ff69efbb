package io.dtkspark.cli.option;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Dates of the command line: {@code YYYY-MM-DD} or {@code YYYY-MM-DD HH:MM:SS} in UTC, as epoch
 * milliseconds. Leading zeros may be left out, as in Python's {@code strptime}.
 */
final class DateConverter implements ITypeConverter<Long> {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:\\s+(\\d{1,2}):(\\d{1,2}):(\\d{1,2}))?");

  @Override
  public Long convert(String text) {
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      try {
        return LocalDateTime.of(
                number(date, 1),
                number(date, 2),
                number(date, 3),
                number(date, 4),
                number(date, 5),
                number(date, 6))
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
      } catch (DateTimeException notInCalendar) {
        throw invalid(text);
      }
    }
    throw invalid(text);
  }

  private static int number(Matcher date, int group) {
    return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
  }

  private static TypeConversionException invalid(String text) {
    return new TypeConversionException(
        "'" + text + "' is no date; write YYYY-MM-DD or 'YYYY-MM-DD HH:MM:SS' (UTC)");
  }
}
