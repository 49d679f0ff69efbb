package io.dtkspark.source;

import io.dtkspark.config.python.FloatText;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Reads a metric's value as a double: any kind of number, rounded to the nearest; booleans as 0 and
 * 1; text as Python's {@code float()}. NULL is NaN.
 */
final class ValueColumn {

  private final int column;
  private final String name;
  private final String type;
  private final boolean plain;
  private final boolean text;

  private ValueColumn(int column, ResultSetMetaData meta) throws SQLException {
    this.column = column;
    this.name = meta.getColumnLabel(column);
    this.type = meta.getColumnTypeName(column);
    this.plain = meta.getColumnType(column) == Types.DOUBLE;
    this.text = meta.getColumnType(column) == Types.VARCHAR;
  }

  static ValueColumn of(ResultSet result, int column) throws SQLException {
    return new ValueColumn(column, result.getMetaData());
  }

  /**
   * The value of the current row.
   *
   * @throws DtkException SOURCE when it is no number
   */
  double read(ResultSet result) throws SQLException {
    if (plain) {
      double value = result.getDouble(column);
      return result.wasNull() ? Double.NaN : value;
    }
    Object value = result.getObject(column);
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return FloatText.parse(value.toString()).orElseThrow(() -> wrong(value));
  }

  private DtkException wrong(Object value) {
    String what =
        text
            ? "' holds '" + value + "', which is no number: return numbers"
            : "' has type " + type + ": return a number";
    return new DtkException(ErrorCode.SOURCE, "the value column '" + name + what);
  }
}
