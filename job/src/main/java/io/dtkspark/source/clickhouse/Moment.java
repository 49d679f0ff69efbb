package io.dtkspark.source.clickhouse;

import com.clickhouse.data.ClickHouseColumn;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Moments and dates as clickhouse-driver gives them to detectkit: a date is a date; a DateTime
 * whose type names a zone is a moment in that zone; any other one is what the clock of the server's
 * zone shows, and that is taken for UTC. Microseconds are the finest part, rounded.
 */
final class Moment {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private static final double NANOS_PER_MICRO = 1000;

  private Moment() {}

  /** Epoch milliseconds, finer parts cut off towards the past. */
  static long millis(ZonedDateTime value, ClickHouseColumn type) {
    ZonedDateTime rounded = rounded(value);
    return type.getTimeZone() == null
        ? rounded.toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli()
        : rounded.toInstant().toEpochMilli();
  }

  /** ISO 8601 as orjson writes it: microseconds only when there are some. */
  static String text(ZonedDateTime value, ClickHouseColumn type) {
    if (isDate(type)) {
      return value.toLocalDate().toString();
    }
    ZonedDateTime rounded = rounded(value);
    LocalDateTime local = rounded.toLocalDateTime();
    int micros = local.get(ChronoField.MICRO_OF_SECOND);
    String text = SECONDS.format(local);
    if (micros != 0) {
      text += String.format(Locale.ROOT, ".%06d", micros);
    }
    return type.getTimeZone() == null ? text : text + OFFSET.format(rounded);
  }

  private static boolean isDate(ClickHouseColumn type) {
    return switch (type.getDataType()) {
      case Date, Date32 -> true;
      default -> false;
    };
  }

  private static ZonedDateTime rounded(ZonedDateTime value) {
    long micros = (long) Math.rint(value.getNano() / NANOS_PER_MICRO);
    return value.withNano(0).plusNanos(micros * 1000);
  }
}
