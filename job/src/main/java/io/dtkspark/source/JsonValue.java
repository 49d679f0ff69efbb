package io.dtkspark.source;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;

/** Database values as orjson sees them in Python: times are ISO 8601 text, JSON is text. */
final class JsonValue {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private JsonValue() {}

  /**
   * The value of a column in the current row, for {@link io.dtkspark.json.JsonTree}.
   *
   * @throws IllegalArgumentException when it is a time span
   * @throws java.time.DateTimeException when it is a moment or date beyond the years 1 to 9999
   */
  static Object read(ResultSet result, int column, ResultSetMetaData meta) throws SQLException {
    return switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP -> text(Moments.timestamp(result, column), "");
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          text(Moments.timestampWithZone(result, column), "+00:00");
      case Types.DATE -> tree(Moments.date(result, column));
      default -> {
        if (meta.getColumnTypeName(column).equals("INTERVAL")) {
          throw new IllegalArgumentException("no time span");
        }
        yield tree(result.getObject(column));
      }
    };
  }

  private static Object tree(Object value) throws SQLException {
    if (value instanceof LocalTime time) {
      return text(time, TIME);
    }
    if (value instanceof LocalDate || value instanceof UUID || value instanceof JsonNode) {
      return value.toString();
    }
    if (value instanceof Array array) {
      List<Object> items = new ArrayList<>();
      for (Object item : (Object[]) array.getArray()) {
        items.add(tree(item));
      }
      return items;
    }
    if (value instanceof DuckDBStruct struct) {
      return tree(struct.getMap());
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> items = new LinkedHashMap<>();
      for (var entry : map.entrySet()) {
        items.put(entry.getKey(), tree(entry.getValue()));
      }
      return items;
    }
    return value;
  }

  private static String text(LocalDateTime moment, String offset) {
    if (moment == null) {
      return null;
    }
    String text = text(moment, MOMENT);
    return Moments.isBound(moment) ? text : text + offset;
  }

  /** Microseconds are written unless there are none. */
  private static String text(TemporalAccessor time, DateTimeFormatter form) {
    int micros = time.get(ChronoField.MICRO_OF_SECOND);
    return form.format(time) + (micros == 0 ? "" : String.format(Locale.ROOT, ".%06d", micros));
  }
}
