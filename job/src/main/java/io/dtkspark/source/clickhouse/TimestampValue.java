package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader.EnumValue;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.IsoTimestamps;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Reads timestamps of any type the original accepts as UTC milliseconds: moments and dates, ISO
 * 8601 text, integers as epoch milliseconds. They lie in the years 1 to 9999.
 */
final class TimestampValue {

  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private static final Set<Class<?>> INTEGERS =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

  private final ResultColumn column;

  TimestampValue(ResultColumn column) {
    this.column = column;
  }

  /**
   * The timestamp of the current row, epoch milliseconds.
   *
   * @throws DtkException SOURCE when it is NULL, of another type, or beyond the years 1 to 9999
   */
  long read(ClickHouseBinaryFormatReader result) {
    Object value = column.value(result);
    if (value == null) {
      throw failure("' holds NULL: filter such rows in the query");
    }
    try {
      long millis = millis(value);
      if (millis < FIRST || millis > LAST) {
        throw wrong(value);
      }
      return millis;
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(value);
    }
  }

  private long millis(Object value) {
    if (value instanceof ZonedDateTime moment) {
      return Moment.millis(moment, column.type());
    }
    if (value instanceof String || value instanceof EnumValue) {
      String text = Texts.of(value, column.type());
      return IsoTimestamps.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (INTEGERS.contains(value.getClass())) {
      return new BigInteger(value.toString()).longValueExact();
    }
    throw failure(
        "' has type " + column.typeName() + ": return a timestamp, a date or ISO 8601 text");
  }

  private DtkException wrong(Object value) {
    return failure("' holds '" + value + "', which is no timestamp: return YYYY-MM-DD HH:MM:SS");
  }

  private DtkException failure(String what) {
    return new DtkException(ErrorCode.SOURCE, "the timestamp column '" + column.name() + what);
  }
}
