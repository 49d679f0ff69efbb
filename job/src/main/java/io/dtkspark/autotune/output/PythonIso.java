package io.dtkspark.autotune.output;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Moments as {@code datetime.isoformat()} writes them without a zone: UTC, microseconds if any. */
final class PythonIso {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private PythonIso() {}

  static String text(long epochMillis) {
    return text(Instant.ofEpochMilli(epochMillis));
  }

  static String text(Instant moment) {
    LocalDateTime utc = moment.atOffset(ZoneOffset.UTC).toLocalDateTime();
    return (utc.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROS).format(utc);
  }
}
