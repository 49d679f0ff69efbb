package io.dtkspark.source.postgres;

import io.dtkspark.source.Moments;
import io.dtkspark.source.jdbc.ColumnReader;
import io.dtkspark.source.jdbc.Opaque;
import io.dtkspark.source.jdbc.TextColumn;
import io.dtkspark.source.jdbc.TextColumn.Decoder;
import io.dtkspark.source.jdbc.TextValues;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's types as psycopg2 reads them: those it does not know are text. */
final class PostgresColumns {

  private static final Map<String, Decoder> SCALARS = scalars();

  /** Types whose arrays psycopg2 leaves as text. */
  private static final Set<String> NO_ARRAYS = Set.of("bit", "varbit", "money", "uuid", "xml");

  private PostgresColumns() {}

  static ColumnReader reader(ResultSetMetaData meta, int column) throws SQLException {
    return new TextColumn(column, decoder(meta.getColumnTypeName(column)));
  }

  private static Decoder decoder(String type) {
    if (type.startsWith("_") && !NO_ARRAYS.contains(type.substring(1))) {
      Decoder item = SCALARS.get(type.substring(1));
      return item == null ? text -> text : text -> new ArrayText(text, item).items();
    }
    return SCALARS.getOrDefault(type, text -> text);
  }

  private static Map<String, Decoder> scalars() {
    Map<String, Decoder> scalars = new HashMap<>();
    for (String integer :
        Set.of("int2", "int4", "int8", "oid", "smallserial", "serial", "bigserial")) {
      scalars.put(integer, TextValues::integer);
    }
    for (String text :
        Set.of("text", "varchar", "bpchar", "char", "name", "inet", "cidr", "macaddr")) {
      scalars.put(text, value -> value);
    }
    for (String opaque :
        Set.of(
            "bytea",
            "interval",
            "timetz",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange")) {
      scalars.put(opaque, Opaque::new);
    }
    scalars.put("float4", Double::valueOf);
    scalars.put("float8", Double::valueOf);
    scalars.put("numeric", TextValues::decimal);
    scalars.put("bool", text -> text.equals("t"));
    scalars.put("date", PostgresColumns::date);
    scalars.put("time", PostgresColumns::time);
    scalars.put("timestamp", PostgresColumns::timestamp);
    scalars.put("timestamptz", PostgresColumns::timestampWithZone);
    scalars.put("json", JsonDocument::parse);
    scalars.put("jsonb", JsonDocument::parse);
    return scalars;
  }

  private static LocalDate date(String text) {
    LocalDateTime infinite = infinite(text);
    return infinite == null ? TextValues.date(text) : infinite.toLocalDate();
  }

  private static LocalDateTime timestamp(String text) {
    LocalDateTime infinite = infinite(text);
    return infinite == null ? TextValues.moment(text) : infinite;
  }

  private static Object timestampWithZone(String text) {
    LocalDateTime infinite = infinite(text);
    return infinite == null
        ? TextValues.momentWithOffset(text)
        : OffsetDateTime.of(infinite, ZoneOffset.UTC);
  }

  /** Null unless it is infinite. */
  private static LocalDateTime infinite(String text) {
    return switch (text) {
      case "infinity" -> Moments.LAST;
      case "-infinity" -> Moments.FIRST;
      default -> null;
    };
  }

  private static LocalTime time(String text) {
    return text.equals("24:00:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
  }
}
