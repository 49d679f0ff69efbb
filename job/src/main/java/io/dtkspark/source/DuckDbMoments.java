package io.dtkspark.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/**
 * Moments and dates of DuckDB's rows; the JVM's time zone has no part in them. An infinite one is
 * the first or the last of Python's moments.
 */
final class DuckDbMoments {

  /** DuckDB's infinities are the limits of 64 bits, in the year 294247 or later. */
  private static final int INFINITE_YEAR = 290_000;

  private static final long MICROS = 1_000_000;

  private DuckDbMoments() {}

  /** A timestamp without a time zone, which is UTC; null for NULL. */
  static LocalDateTime timestamp(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : checked(moment);
  }

  /**
   * A timestamp with a time zone, null for NULL, without the zone when it is infinite. DuckDB's
   * driver has it as microseconds; what it gives as OffsetDateTime is an hour wrong around the
   * clock changes of the JVM's zone.
   */
  static Temporal timestampWithZone(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    if (row.wasNull()) {
      return null;
    }
    LocalDateTime moment = checked(ofMicros(micros));
    boolean bound = moment.equals(Moments.FIRST) || moment.equals(Moments.LAST);
    return bound ? moment : OffsetDateTime.of(moment, ZoneOffset.UTC);
  }

  /** A date; null for NULL. DuckDB's driver loses the sign of the year when asked for a date. */
  static LocalDate date(ResultSet row, int column) throws SQLException {
    LocalDateTime midnight = timestamp(row, column);
    return midnight == null ? null : midnight.toLocalDate();
  }

  private static LocalDateTime ofMicros(long micros) {
    int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
    return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
  }

  private static LocalDateTime checked(LocalDateTime moment) {
    if (Math.abs(moment.getYear()) > INFINITE_YEAR) {
      return moment.getYear() < 0 ? Moments.FIRST : Moments.LAST;
    }
    return Moments.inRange(moment);
  }
}
