package io.dtkspark.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Moments and dates of a query's rows, in UTC; the JVM's time zone has no part in them.
 *
 * <p>They lie in the years 1 to 9999, as in Python. An infinite one is the first or the last of
 * these moments, others beyond them are errors ({@link DateTimeException}).
 */
final class Moments {

  private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);

  private static final long FIRST_MILLIS = FIRST.toInstant(ZoneOffset.UTC).toEpochMilli();
  private static final long LAST_MILLIS = LAST.toInstant(ZoneOffset.UTC).toEpochMilli();

  /** DuckDB's infinities are the limits of 64 bits, in the year 294247 or later. */
  private static final int INFINITE_YEAR = 290_000;

  private static final long MICROS = 1_000_000;

  private Moments() {}

  /** Whether epoch milliseconds lie in the years 1 to 9999. */
  static boolean inRange(long millis) {
    return millis >= FIRST_MILLIS && millis <= LAST_MILLIS;
  }

  /** A timestamp without a time zone, which is UTC; null for NULL. */
  static LocalDateTime timestamp(ResultSet result, int column) throws SQLException {
    LocalDateTime moment = result.getObject(column, LocalDateTime.class);
    return moment == null ? null : checked(moment);
  }

  /**
   * A timestamp with a time zone; null for NULL. DuckDB's driver has it as microseconds; what it
   * gives as OffsetDateTime is an hour wrong around the clock changes of the JVM's zone.
   */
  static LocalDateTime timestampWithZone(ResultSet result, int column) throws SQLException {
    long micros = result.getLong(column);
    return result.wasNull() ? null : checked(ofMicros(micros));
  }

  /** A date; null for NULL. DuckDB's driver loses the sign of the year when asked for a date. */
  static LocalDate date(ResultSet result, int column) throws SQLException {
    LocalDateTime midnight = timestamp(result, column);
    return midnight == null ? null : midnight.toLocalDate();
  }

  /** A number of milliseconds since 1970. */
  static LocalDateTime ofMillis(long millis) {
    LocalDateTime moment = ofMicros(Math.multiplyExact(millis, 1000));
    return inRange(moment);
  }

  /** Whether the moment may stand for an infinite one. */
  static boolean isBound(LocalDateTime moment) {
    return moment.equals(FIRST) || moment.equals(LAST);
  }

  private static LocalDateTime ofMicros(long micros) {
    int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
    return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
  }

  private static LocalDateTime checked(LocalDateTime moment) {
    if (Math.abs(moment.getYear()) > INFINITE_YEAR) {
      return moment.getYear() < 0 ? FIRST : LAST;
    }
    return inRange(moment);
  }

  /** Returns the moment. */
  static LocalDateTime inRange(LocalDateTime moment) {
    if (moment.getYear() < FIRST.getYear() || moment.getYear() > LAST.getYear()) {
      throw new DateTimeException("the year " + moment.getYear() + " is not in 1 to 9999");
    }
    return moment;
  }
}
