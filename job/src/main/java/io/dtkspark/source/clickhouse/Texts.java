package io.dtkspark.source.clickhouse;

import com.clickhouse.data.ClickHouseColumn;
import com.clickhouse.data.ClickHouseDataType;

/** Texts of any text type, as clickhouse-driver gives them. */
final class Texts {

  private Texts() {}

  /**
   * @param value a String or an Enum; a FixedString loses the zeros that fill it up
   */
  static String of(Object value, ClickHouseColumn type) {
    String text = value.toString();
    if (type.getDataType() != ClickHouseDataType.FixedString) {
      return text;
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
