package io.dtkspark.source.jdbc;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values of a {@link ColumnReader} as orjson sees them in Python: times are ISO 8601 text. */
final class JsonValue {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private JsonValue() {}

  /** A tree for {@link io.dtkspark.json.JsonTree}, or what that refuses. */
  static Object of(Object value) {
    if (value instanceof LocalDateTime moment) {
      return text(moment, MOMENT);
    }
    if (value instanceof OffsetDateTime moment) {
      return text(moment, MOMENT) + OFFSET.format(moment);
    }
    if (value instanceof LocalDate) {
      return value.toString();
    }
    if (value instanceof LocalTime time) {
      return text(time, TIME);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(of(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> items = new LinkedHashMap<>();
      map.forEach((key, item) -> items.put(key, of(item)));
      return items;
    }
    return value;
  }

  /** Microseconds are written unless there are none. */
  private static String text(TemporalAccessor time, DateTimeFormatter form) {
    int micros = time.get(ChronoField.MICRO_OF_SECOND);
    return form.format(time) + (micros == 0 ? "" : String.format(Locale.ROOT, ".%06d", micros));
  }
}
