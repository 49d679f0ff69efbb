package io.dtkspark.autotune.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as metric files have them: {@code 2024-01-31 05:00:00}, UTC. */
final class Moments {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moments() {}

  static String text(long epochMillis) {
    return SECONDS.format(Instant.ofEpochMilli(epochMillis));
  }
}
