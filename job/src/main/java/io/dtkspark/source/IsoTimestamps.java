package io.dtkspark.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps in text, in the forms of ISO 8601 that numpy's datetime64 accepts. */
public final class IsoTimestamps {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*\\+?(\\d{1,9})(?:-(\\d{2})(?:-(\\d{2})"
              + "(?:[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,18}))?)?)?"
              + "(?:Z|([+-])([01]\\d|2[0-3])(?::?([0-5]\\d))?)?\\s*)?)?)?");

  private IsoTimestamps() {}

  /**
   * The moment in UTC; parts that are left out are the earliest, no offset means UTC. Cut to
   * milliseconds.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDateTime parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("not a timestamp: " + text);
    }
    LocalDateTime local =
        LocalDateTime.of(
            part(form, 1, 0),
            part(form, 2, 1),
            part(form, 3, 1),
            part(form, 4, 0),
            part(form, 5, 0),
            part(form, 6, 0),
            millis(form.group(7)) * 1_000_000);
    int offset = part(form, 9, 0) * 60 + part(form, 10, 0);
    return Moments.inRange(local.minusMinutes("-".equals(form.group(8)) ? -offset : offset));
  }

  private static int part(Matcher form, int group, int absent) {
    return form.group(group) == null ? absent : Integer.parseInt(form.group(group));
  }

  private static int millis(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
  }
}
