package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader.EnumValue;
import io.dtkspark.config.python.FloatText;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;

/**
 * Reads a metric's value as a double: any kind of number, rounded to the nearest; booleans as 0 and
 * 1; text as Python's {@code float()}. NULL is NaN.
 */
final class NumberValue {

  private final ResultColumn column;

  NumberValue(ResultColumn column) {
    this.column = column;
  }

  /**
   * The value of the current row.
   *
   * @throws DtkException SOURCE when it is no number
   */
  double read(ClickHouseBinaryFormatReader result) {
    Object value = column.value(result);
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof String || value instanceof EnumValue) {
      String text = Texts.of(value, column.type());
      return FloatText.parse(text)
          .orElseThrow(() -> failure("' holds '" + text + "', which is no number: return numbers"));
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    throw failure("' has type " + column.typeName() + ": return a number");
  }

  private DtkException failure(String what) {
    return new DtkException(ErrorCode.SOURCE, "the value column '" + column.name() + what);
  }
}
