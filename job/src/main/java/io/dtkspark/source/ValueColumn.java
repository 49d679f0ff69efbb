package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a metric's value as a double, from every type that has one; NULL is NaN. */
final class ValueColumn {

  /** What Python's float() reads, which is less than what Java's parser does. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:[eE][+-]?\\d+)?");

  private interface Reader {
    double read(ResultSet result, int column) throws SQLException;
  }

  private final int column;
  private final Reader reader;

  private ValueColumn(int column, Reader reader) {
    this.column = column;
    this.reader = reader;
  }

  static ValueColumn of(ResultSet result, int column) throws SQLException {
    return new ValueColumn(column, reader(result.getMetaData(), column));
  }

  private static Reader reader(ResultSetMetaData meta, int column) throws SQLException {
    String name = meta.getColumnLabel(column);
    return switch (meta.getColumnType(column)) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE ->
          ValueColumn::number;
      case Types.DECIMAL, Types.NUMERIC -> ValueColumn::decimal;
      case Types.BOOLEAN, Types.BIT -> ValueColumn::flag;
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR ->
          (result, at) -> text(result.getString(at), name);
      case Types.NULL -> (result, at) -> Double.NaN;
      default -> other(name, meta.getColumnTypeName(column));
    };
  }

  double read(ResultSet result) throws SQLException {
    return reader.read(result, column);
  }

  private static double number(ResultSet result, int column) throws SQLException {
    double value = result.getDouble(column);
    return result.wasNull() ? Double.NaN : value;
  }

  private static double decimal(ResultSet result, int column) throws SQLException {
    BigDecimal value = result.getBigDecimal(column);
    return value == null ? Double.NaN : value.doubleValue();
  }

  private static double flag(ResultSet result, int column) throws SQLException {
    boolean value = result.getBoolean(column);
    return result.wasNull() ? Double.NaN : value ? 1 : 0;
  }

  /** Types without a JDBC code of their own: large integers are numbers, the rest is refused. */
  private static Reader other(String name, String type) {
    return (result, column) -> {
      Object value = result.getObject(column);
      if (value == null) {
        return Double.NaN;
      }
      if (value instanceof Number number) {
        return number.doubleValue();
      }
      throw new DtkException(
          ErrorCode.SOURCE,
          "the value column '" + name + "' has type " + type + ": return a number");
    };
  }

  private static double text(String text, String name) {
    if (text == null) {
      return Double.NaN;
    }
    String stripped = text.strip();
    if (NUMBER.matcher(stripped).matches()) {
      return Double.parseDouble(stripped.replace("_", ""));
    }
    return switch (stripped.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default ->
          throw new DtkException(
              ErrorCode.SOURCE,
              "the value column '"
                  + name
                  + "' holds '"
                  + text
                  + "', which is no number: return numbers");
    };
  }
}
