package io.dtkspark.source.jdbc;

import io.dtkspark.config.python.FloatText;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;

/**
 * Reads a metric's value as a double: any kind of number, rounded to the nearest; booleans as 0 and
 * 1; text as Python's {@code float()}. NULL is NaN.
 */
final class ValueColumn {

  private final ResultColumn column;

  ValueColumn(ResultColumn column) {
    this.column = column;
  }

  /**
   * The value of the current row.
   *
   * @throws DtkException SOURCE when it is no number
   */
  double read(ResultSet row) throws SQLException {
    if (column.reader() instanceof ColumnReader.OfDoubles reader) {
      return reader.number(row);
    }
    Object value = value(row);
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Decimal decimal) {
      return decimal.nearest();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof String text) {
      return parse(text);
    }
    if (value instanceof byte[] text) {
      return parse(new String(text, StandardCharsets.ISO_8859_1));
    }
    throw otherType();
  }

  private Object value(ResultSet row) throws SQLException {
    try {
      return column.reader().value(row);
    } catch (DateTimeException e) {
      throw otherType();
    }
  }

  private DtkException otherType() {
    return failure("' has type " + column.typeName() + ": return a number");
  }

  private double parse(String text) {
    return FloatText.parse(text)
        .orElseThrow(() -> failure("' holds '" + text + "', which is no number: return numbers"));
  }

  private DtkException failure(String what) {
    return new DtkException(ErrorCode.SOURCE, "the value column '" + column.name() + what);
  }
}
