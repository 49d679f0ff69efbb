package io.dtkspark.cli.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times, counts and spans are written for people: the same in every locale and time zone. */
public final class Wording {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String UNITS = "dhms";
  private static final long[] UNIT_SECONDS = {86_400, 3_600, 60, 1};

  private Wording() {}

  /** {@code 2024-03-15 09:50:00}, in UTC. */
  public static String time(long epochMillis) {
    return TIME.format(Instant.ofEpochMilli(epochMillis));
  }

  /** {@code 1,440}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The two largest units: {@code 2h 30m}, {@code 45s}, {@code 0s}. */
  public static String span(long seconds) {
    StringBuilder text = new StringBuilder();
    long rest = Math.max(0, seconds);
    int units = 0;
    for (int i = 0; i < UNIT_SECONDS.length && units < 2; i++) {
      long amount = rest / UNIT_SECONDS[i];
      rest %= UNIT_SECONDS[i];
      if (amount > 0) {
        text.append(units == 0 ? "" : " ").append(amount).append(UNITS.charAt(i));
      }
      units += amount > 0 || units > 0 ? 1 : 0;
    }
    return units == 0 ? "0s" : text.toString();
  }

  /** {@code 12.3 s}. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%,.1f s", seconds);
  }
}
