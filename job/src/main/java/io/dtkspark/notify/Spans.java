package io.dtkspark.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times and durations as messages show them. */
final class Spans {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
  private static final long[] UNIT_SECONDS = {86_400, 3600, 60};
  private static final String[] UNITS = {"d", "h", "m"};
  private static final int MINUTE = 60;

  private Spans() {}

  /** The time in a zone, which is named; one that does not exist is replaced by UTC. */
  static String time(long epochMillis, Optional<String> timezone) {
    String text = SHOWN.format(Instant.ofEpochMilli(epochMillis).atZone(zone(timezone)));
    return timezone.map(name -> text + " (" + zone(timezone).getId() + ")").orElse(text);
  }

  private static ZoneId zone(Optional<String> timezone) {
    try {
      return timezone.<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      return ZoneId.of("UTC");
    }
  }

  static String iso(long epochMillis) {
    return ISO.format(Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC));
  }

  /** At most the two largest units: {@code 30s}, {@code 10m}, {@code 2h 30m}, {@code 1d}. */
  static String duration(long seconds) {
    if (seconds < MINUTE) {
      return seconds <= 0 ? "0m" : seconds + "s";
    }
    StringBuilder text = new StringBuilder();
    long rest = seconds;
    int shown = 0;
    for (int unit = 0; unit < UNITS.length && shown < 2; unit++) {
      if (rest >= UNIT_SECONDS[unit]) {
        text.append(shown++ == 0 ? "" : " ").append(rest / UNIT_SECONDS[unit]).append(UNITS[unit]);
        rest %= UNIT_SECONDS[unit];
      }
    }
    return text.toString();
  }

  /** The step of a metric in its largest whole unit: {@code 1h}, {@code 90min}. */
  static String interval(long seconds) {
    if (seconds % UNIT_SECONDS[0] == 0) {
      return seconds / UNIT_SECONDS[0] + "d";
    }
    if (seconds % UNIT_SECONDS[1] == 0) {
      return seconds / UNIT_SECONDS[1] + "h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + "min" : seconds + "s";
  }
}
