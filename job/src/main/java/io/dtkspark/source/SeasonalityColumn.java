package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.json.JsonText;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads the seasonality columns of a row as the JSON object that is stored with it: what orjson
 * writes for the Python values a database driver returns.
 */
final class SeasonalityColumn {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private record Column(int index, String name, int type, String typeName) {}

  private final List<Column> columns = new ArrayList<>();
  private final JsonText json = new JsonText();

  /** Adds a column; they are written in the order in which they are added. */
  void add(ResultSet result, int index, String name) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    columns.add(new Column(index, name, meta.getColumnType(index), meta.getColumnTypeName(index)));
  }

  /** The object of the current row; null when there are no columns. */
  String read(ResultSet result) throws SQLException {
    if (columns.isEmpty()) {
      return null;
    }
    json.clear().beginObject();
    for (Column column : columns) {
      json.name(column.name());
      write(column, value(result, column));
    }
    return json.endObject().toString();
  }

  private static Object value(ResultSet result, Column column) throws SQLException {
    return switch (column.type()) {
      case Types.TIMESTAMP -> result.getObject(column.index(), LocalDateTime.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> result.getObject(column.index(), OffsetDateTime.class);
      case Types.DATE -> result.getObject(column.index(), LocalDate.class);
      default -> result.getObject(column.index());
    };
  }

  private void write(Column column, Object value) {
    if (value == null) {
      json.nullValue();
    } else if (value instanceof Boolean flag) {
      json.value(flag.booleanValue());
    } else if (value instanceof Double || value instanceof Float) {
      json.value(((Number) value).doubleValue());
    } else if (value instanceof BigInteger big && fits64Bits(big)) {
      json.json(big.toString());
    } else if (value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long) {
      json.value(((Number) value).longValue());
    } else if (value instanceof CharSequence
        || value instanceof UUID
        || value instanceof LocalTime) {
      json.value(value.toString());
    } else if (value instanceof LocalDate date) {
      json.value(date.toString());
    } else if (value instanceof LocalDateTime moment) {
      json.value(iso(moment));
    } else if (value instanceof OffsetDateTime moment) {
      json.value(iso(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00:00");
    } else {
      throw unsupported(column);
    }
  }

  /** What orjson writes: signed or unsigned integers of 64 bits. */
  private static boolean fits64Bits(BigInteger number) {
    return number.signum() < 0 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE;
  }

  private static String iso(LocalDateTime moment) {
    boolean whole = moment.equals(moment.truncatedTo(ChronoUnit.SECONDS));
    return moment.format(whole ? SECONDS : MICROS);
  }

  private static DtkException unsupported(Column column) {
    return new DtkException(
        ErrorCode.SOURCE,
        "the seasonality column '"
            + column.name()
            + "' has type "
            + column.typeName()
            + ", which has no JSON form: cast it to an integer, a double or text in the query");
  }
}
