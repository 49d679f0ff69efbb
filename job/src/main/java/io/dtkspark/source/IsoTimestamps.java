package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps in text, in the forms of ISO 8601 that numpy's datetime64 accepts. */
final class IsoTimestamps {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
              + "(?:[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,18}))?)?)?"
              + "(Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?");

  private IsoTimestamps() {}

  /**
   * The moment that a text names; parts that are left out are the earliest, no offset means UTC.
   *
   * @throws DtkException SOURCE when it is none
   */
  static Instant parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw wrong(text);
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              part(form, 1, 0),
              part(form, 2, 1),
              part(form, 3, 1),
              part(form, 4, 0),
              part(form, 5, 0),
              part(form, 6, 0),
              millis(form.group(7)) * 1_000_000);
      String offset = form.group(8);
      return local.toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  private static int part(Matcher form, int group, int absent) {
    return form.group(group) == null ? absent : Integer.parseInt(form.group(group));
  }

  private static int millis(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
  }

  private static DtkException wrong(String text) {
    return new DtkException(
        ErrorCode.SOURCE,
        "'" + text + "' in the timestamp column is no timestamp: return YYYY-MM-DD HH:MM:SS");
  }
}
