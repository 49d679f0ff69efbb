package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads timestamps of any type the original accepts as UTC milliseconds: timestamps without a zone
 * are UTC, those with a zone are converted, dates are midnight, text is ISO 8601, integers are
 * epoch milliseconds. Finer parts are cut off towards the past.
 */
final class TimestampColumn {

  /** Converts the value of one row; null stays null. */
  private interface Reader {
    LocalDateTime read(ResultSet result, int column) throws SQLException;
  }

  private final int column;
  private final String name;
  private final String type;
  private final Reader reader;

  /** Whether the driver has the column as microseconds, so that no calendar is needed. */
  private final boolean micros;

  private TimestampColumn(int column, ResultSetMetaData meta) throws SQLException {
    this.column = column;
    this.name = meta.getColumnLabel(column);
    this.type = meta.getColumnTypeName(column);
    this.reader = reader(meta.getColumnType(column));
    this.micros = type.equals("TIMESTAMP");
  }

  static TimestampColumn of(ResultSet result, int column) throws SQLException {
    return new TimestampColumn(column, result.getMetaData());
  }

  private Reader reader(int type) {
    return switch (type) {
      case Types.TIMESTAMP -> Moments::timestamp;
      case Types.TIMESTAMP_WITH_TIMEZONE -> Moments::timestampWithZone;
      case Types.DATE -> TimestampColumn::date;
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> TimestampColumn::text;
      default -> this::integer;
    };
  }

  /**
   * The timestamp of the current row, epoch milliseconds.
   *
   * @throws DtkException SOURCE when it is NULL, of another type, or beyond the years 1 to 9999
   */
  long read(ResultSet result) throws SQLException {
    if (micros) {
      long millis = Math.floorDiv(result.getLong(column), 1000L);
      if (!result.wasNull() && Moments.inRange(millis)) {
        return millis;
      }
    }
    LocalDateTime moment;
    try {
      moment = reader.read(result, column);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(String.valueOf(result.getObject(column)));
    }
    if (moment == null) {
      throw failure("' holds NULL: filter such rows in the query");
    }
    return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static LocalDateTime date(ResultSet result, int column) throws SQLException {
    LocalDate value = Moments.date(result, column);
    return value == null ? null : value.atStartOfDay();
  }

  private static LocalDateTime text(ResultSet result, int column) throws SQLException {
    String value = result.getString(column);
    return value == null ? null : IsoTimestamps.parse(value);
  }

  /** Large integers have no JDBC code of their own, so this tries whatever is left. */
  private LocalDateTime integer(ResultSet result, int column) throws SQLException {
    Object value = result.getObject(column);
    if (value == null) {
      return null;
    }
    boolean whole =
        value instanceof Number
            && !(value instanceof Double || value instanceof Float || value instanceof BigDecimal);
    if (!whole) {
      throw failure("' has type " + type + ": return a timestamp, a date or ISO 8601 text");
    }
    return Moments.ofMillis(new BigInteger(value.toString()).longValueExact());
  }

  private DtkException wrong(String value) {
    return failure("' holds '" + value + "', which is no timestamp: return YYYY-MM-DD HH:MM:SS");
  }

  private DtkException failure(String what) {
    return new DtkException(ErrorCode.SOURCE, "the timestamp column '" + name + what);
  }
}
