package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.data.ClickHouseColumn;

/**
 * A column of a result.
 *
 * @param index the first is 1
 */
record ResultColumn(int index, ClickHouseColumn type) {

  String name() {
    return type.getColumnName();
  }

  String typeName() {
    return type.getOriginalTypeName();
  }

  /** The value in the current row. */
  Object value(ClickHouseBinaryFormatReader result) {
    return result.readValue(index);
  }
}
