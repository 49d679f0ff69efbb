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

/** PostgreSQL's types as psycopg2 reads them: those it does not know are text. */
final class PostgresColumns {

  private PostgresColumns() {}

  static ColumnReader reader(ResultSetMetaData meta, int column) throws SQLException {
    String type = meta.getColumnTypeName(column);
    Decoder item = type.startsWith("_") ? known(type.substring(1)) : null;
    if (item != null) {
      return new TextColumn(column, text -> new ArrayText(text, item).items());
    }
    Decoder known = known(type);
    return new TextColumn(column, known == null ? text -> text : known);
  }

  /** How values of a type are read, and the items of its arrays; null where both are text. */
  private static Decoder known(String type) {
    return switch (type) {
      case "int2", "int4", "int8", "oid", "smallserial", "serial", "bigserial" ->
          TextValues::integer;
      case "float4", "float8" -> Double::valueOf;
      case "numeric" -> TextValues::decimal;
      case "bool" -> text -> text.equals("t");
      case "text", "varchar", "bpchar", "char", "name", "inet", "cidr", "macaddr" -> text -> text;
      case "date" -> PostgresColumns::date;
      case "time" -> PostgresColumns::time;
      case "timestamp" -> PostgresColumns::timestamp;
      case "timestamptz" -> PostgresColumns::timestampWithZone;
      case "json", "jsonb" -> JsonDocument::parse;
      case "bytea", "interval", "timetz" -> Opaque::new;
      case "int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange" -> Opaque::new;
      default -> null;
    };
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
