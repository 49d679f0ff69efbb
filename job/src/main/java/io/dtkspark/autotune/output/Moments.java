package io.dtkspark.autotune.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** How moments are written; all are UTC. */
final class Moments {

  private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter ISO = formatter("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter ISO_MICROS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private Moments() {}

  /** As metric files have them: {@code 2024-01-31 05:00:00}. */
  static String text(long epochMillis) {
    return SECONDS.format(Instant.ofEpochMilli(epochMillis));
  }

  static String iso(long epochMillis) {
    return iso(Instant.ofEpochMilli(epochMillis));
  }

  /** As Python's {@code isoformat()}: {@code 2024-01-31T05:00:00}, microseconds if any. */
  static String iso(Instant moment) {
    boolean whole = moment.get(ChronoField.MICRO_OF_SECOND) == 0;
    return (whole ? ISO : ISO_MICROS).format(moment);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
