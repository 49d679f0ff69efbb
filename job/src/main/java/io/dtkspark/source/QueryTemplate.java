package io.dtkspark.source;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Stand-in. */
public final class QueryTemplate {
  private static final DateTimeFormatter F =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private QueryTemplate() {}

  public static String render(String t, long from, long to, long seconds) {
    return t.replace("{{ dtk_start_time }}", F.format(Instant.ofEpochMilli(from)))
        .replace("{{ dtk_end_time }}", F.format(Instant.ofEpochMilli(to)))
        .replace("{{ interval_seconds }}", Long.toString(seconds));
  }
}
