package io.dtkspark.source;

import io.dtkspark.source.jdbc.ColumnReader;
import io.dtkspark.source.jdbc.Opaque;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;

/** DuckDB's columns as its Python client reads them: JSON and UUIDs are text. */
final class DuckDbColumns {

  private interface Reading {
    Object value(ResultSet row, int column) throws SQLException;
  }

  private record Column(int index, Reading reading) implements ColumnReader {

    @Override
    public Object value(ResultSet row) throws SQLException {
      return reading.value(row, index);
    }

    @Override
    public String shown(ResultSet row) throws SQLException {
      return String.valueOf(row.getObject(index));
    }
  }

  /** What the driver has as microseconds since 1970. */
  private record Micros(Column column) implements ColumnReader.OfMillis {

    @Override
    public long epochMillis(ResultSet row) throws SQLException {
      long millis = Math.floorDiv(row.getLong(column.index), 1000L);
      return !row.wasNull() && Moments.inRange(millis) ? millis : UNKNOWN;
    }

    @Override
    public Object value(ResultSet row) throws SQLException {
      return column.value(row);
    }

    @Override
    public String shown(ResultSet row) throws SQLException {
      return column.shown(row);
    }
  }

  private record Doubles(Column column) implements ColumnReader.OfDoubles {

    @Override
    public double number(ResultSet row) throws SQLException {
      double value = row.getDouble(column.index);
      return row.wasNull() ? Double.NaN : value;
    }

    @Override
    public Object value(ResultSet row) throws SQLException {
      return column.value(row);
    }

    @Override
    public String shown(ResultSet row) throws SQLException {
      return column.shown(row);
    }
  }

  private DuckDbColumns() {}

  static ColumnReader reader(ResultSetMetaData meta, int column) throws SQLException {
    String type = meta.getColumnTypeName(column);
    return switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP -> {
        Column moments = new Column(column, DuckDbMoments::timestamp);
        yield type.equals("TIMESTAMP") ? new Micros(moments) : moments;
      }
      case Types.TIMESTAMP_WITH_TIMEZONE -> new Column(column, DuckDbMoments::timestampWithZone);
      case Types.DATE -> new Column(column, DuckDbMoments::date);
      case Types.DOUBLE -> new Doubles(new Column(column, ResultSet::getObject));
      default ->
          new Column(column, type.equals("INTERVAL") ? DuckDbColumns::span : DuckDbColumns::any);
    };
  }

  private static Object span(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : new Opaque(text);
  }

  private static Object any(ResultSet row, int column) throws SQLException {
    return tree(row.getObject(column));
  }

  private static Object tree(Object value) throws SQLException {
    if (value instanceof UUID || value instanceof JsonNode) {
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
}
