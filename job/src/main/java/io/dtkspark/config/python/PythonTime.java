package io.dtkspark.config.python;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as {@code datetime.strptime} reads them: the whole text must fit, one digit will do where
 * two are usual, any run of spaces stands for one.
 */
public enum PythonTime {
  /** {@code %Y-%m-%d}, midnight. */
  DAY("%d"),
  /** {@code %Y-%m-%d %H:%M:%S}. */
  SECONDS("%d\\s+%t:%s"),
  /** {@code %Y-%m-%d %H:%M}. */
  MINUTES("%d\\s+%t"),
  /** {@code %Y-%m-%dT%H:%M:%S}. */
  T_SECONDS("%d[Tt]%t:%s");

  private final Pattern pattern;

  PythonTime(String form) {
    String date = "(\\d{4})-(1[0-2]|0[1-9]|[1-9])-(3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])";
    String time = "(2[0-3]|[0-1]\\d|\\d):([0-5]\\d|\\d)";
    // A leap second fits the pattern and fails as a time, like in the original.
    String second = "(6[0-1]|[0-5]\\d|\\d)";
    pattern = Pattern.compile(form.replace("%d", date).replace("%t", time).replace("%s", second));
  }

  /** The time {@code text} has in the first of {@code forms} it fits; empty when in none. */
  public static Optional<LocalDateTime> parse(String text, List<PythonTime> forms) {
    return forms.stream().flatMap(form -> form.parse(text).stream()).findFirst();
  }

  /** The time of {@code text}; empty when it has another form or names no day of the calendar. */
  public Optional<LocalDateTime> parse(String text) {
    Matcher m = pattern.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int[] fields = new int[6];
    for (int i = 0; i < m.groupCount(); i++) {
      fields[i] = Integer.parseInt(m.group(i + 1).strip());
    }
    try {
      return Optional.of(
              LocalDateTime.of(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]))
          .filter(time -> time.getYear() >= 1);
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }
}
