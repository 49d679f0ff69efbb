package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads timestamps of any type the original accepts as UTC milliseconds: timestamps without a zone
 * are UTC, those with a zone are converted, dates are midnight, text is ISO 8601, integers are
 * epoch milliseconds. Finer parts are cut off. Nothing depends on the JVM's time zone.
 */
final class TimestampColumn {

  /** Converts the value of one row; null stays null. */
  private interface Reader {
    Instant read(ResultSet result, int column) throws SQLException;
  }

  private final int column;
  private final String name;
  private final Reader reader;

  private TimestampColumn(int column, String name, Reader reader) {
    this.column = column;
    this.name = name;
    this.reader = reader;
  }

  static TimestampColumn of(ResultSet result, int column) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    return new TimestampColumn(column, meta.getColumnLabel(column), reader(meta, column));
  }

  private static Reader reader(ResultSetMetaData meta, int column) throws SQLException {
    return switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP -> TimestampColumn::local;
      case Types.TIMESTAMP_WITH_TIMEZONE -> TimestampColumn::zoned;
      case Types.DATE -> TimestampColumn::date;
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> TimestampColumn::text;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> TimestampColumn::millis;
      default ->
          throw new DtkException(
              ErrorCode.SOURCE,
              "the timestamp column '"
                  + meta.getColumnLabel(column)
                  + "' has type "
                  + meta.getColumnTypeName(column)
                  + ": return a timestamp, a date or ISO 8601 text");
    };
  }

  /**
   * The timestamp of the current row, epoch milliseconds.
   *
   * @throws DtkException SOURCE when it is NULL or text that is no timestamp
   */
  long read(ResultSet result) throws SQLException {
    Instant instant = reader.read(result, column);
    if (instant == null) {
      throw new DtkException(
          ErrorCode.SOURCE,
          "the timestamp column '" + name + "' holds NULL: filter such rows in the query");
    }
    return instant.toEpochMilli();
  }

  private static Instant local(ResultSet result, int column) throws SQLException {
    LocalDateTime value = result.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }

  private static Instant zoned(ResultSet result, int column) throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static Instant date(ResultSet result, int column) throws SQLException {
    LocalDate value = result.getObject(column, LocalDate.class);
    return value == null ? null : value.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant text(ResultSet result, int column) throws SQLException {
    String value = result.getString(column);
    return value == null ? null : IsoTimestamps.parse(value);
  }

  private static Instant millis(ResultSet result, int column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(value);
  }
}
