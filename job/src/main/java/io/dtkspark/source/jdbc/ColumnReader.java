package io.dtkspark.source.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one column of a result as Python's driver for the database would. */
public interface ColumnReader {

  /**
   * The value in the current row: null, Boolean, String, bytes, a number ({@link Decimal} for
   * Python's), LocalDateTime, OffsetDateTime, LocalDate, LocalTime, a List or a Map of such values;
   * any other object stands for one that is no number, no moment and not JSON.
   *
   * @throws java.time.DateTimeException when it is a moment beyond the years 1 to 9999
   */
  Object value(ResultSet row) throws SQLException;

  /** The value, not NULL, as messages show it. */
  String shown(ResultSet row) throws SQLException;

  /** A column of moments that need no calendar. */
  interface OfMillis extends ColumnReader {

    /** What {@link #epochMillis} returns where {@link #value} has to be asked. */
    long UNKNOWN = Long.MIN_VALUE;

    /** The moment in the years 1 to 9999, cut to milliseconds. */
    long epochMillis(ResultSet row) throws SQLException;
  }

  /** A column of doubles. */
  interface OfDoubles extends ColumnReader {

    /** NaN for NULL. */
    double number(ResultSet row) throws SQLException;
  }
}
