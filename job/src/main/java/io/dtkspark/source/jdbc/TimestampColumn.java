package io.dtkspark.source.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.IsoTimestamps;
import io.dtkspark.source.Moments;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Reads timestamps of any type the original accepts as UTC milliseconds: timestamps without a zone
 * are UTC, those with a zone are converted, dates are midnight, text is ISO 8601, integers are
 * epoch milliseconds. Finer parts are cut off towards the past.
 */
final class TimestampColumn {

  private static final Set<Class<?>> INTEGERS =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

  private final ResultColumn column;

  TimestampColumn(ResultColumn column) {
    this.column = column;
  }

  /**
   * The timestamp of the current row, epoch milliseconds.
   *
   * @throws DtkException SOURCE when it is NULL, of another type, or beyond the years 1 to 9999
   */
  long read(ResultSet row) throws SQLException {
    if (column.reader() instanceof ColumnReader.OfMillis reader) {
      long millis = reader.epochMillis(row);
      if (millis != ColumnReader.OfMillis.UNKNOWN) {
        return millis;
      }
    }
    try {
      Object value = column.reader().value(row);
      if (value == null) {
        throw failure("' holds NULL: filter such rows in the query");
      }
      return utc(value).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      String shown = column.reader().shown(row);
      throw failure("' holds '" + shown + "', which is no timestamp: return YYYY-MM-DD HH:MM:SS");
    }
  }

  private LocalDateTime utc(Object value) {
    if (value instanceof LocalDateTime moment) {
      return moment;
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof String text) {
      return IsoTimestamps.parse(text);
    }
    if (value instanceof byte[] text) {
      return IsoTimestamps.parse(new String(text, StandardCharsets.ISO_8859_1));
    }
    if (INTEGERS.contains(value.getClass())) {
      return Moments.ofMillis(new BigInteger(value.toString()).longValueExact());
    }
    throw failure(
        "' has type " + column.typeName() + ": return a timestamp, a date or ISO 8601 text");
  }

  private DtkException failure(String what) {
    return new DtkException(ErrorCode.SOURCE, "the timestamp column '" + column.name() + what);
  }
}
