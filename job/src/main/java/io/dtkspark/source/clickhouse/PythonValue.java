package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader.ArrayValue;
import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader.EnumValue;
import com.clickhouse.data.ClickHouseColumn;
import com.clickhouse.data.ClickHouseDataType;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values of the client as Python's clickhouse-driver has them, for {@code JsonTree}. */
final class PythonValue {

  private PythonValue() {}

  /** A tree, or a value that no JSON tree can hold where orjson refuses it too. */
  static Object of(Object value, ClickHouseColumn type) {
    if (type.getDataType() == ClickHouseDataType.SimpleAggregateFunction) {
      return of(value, type.getNestedColumns().get(0));
    }
    if (value instanceof String || value instanceof EnumValue) {
      return Texts.of(value, type);
    }
    if (value instanceof ZonedDateTime moment) {
      return Moment.text(moment, type);
    }
    if (value instanceof UUID) {
      return value.toString();
    }
    if (value instanceof ArrayValue array) {
      return list(array.getArrayOfObjects(), type);
    }
    if (value instanceof Object[] tuple && type.getDataType() == ClickHouseDataType.Tuple) {
      return tuple(tuple, type.getNestedColumns());
    }
    if (value instanceof Map<?, ?> map && type.getDataType() == ClickHouseDataType.Map) {
      return map(map, type);
    }
    return value;
  }

  private static List<Object> list(Object[] items, ClickHouseColumn type) {
    List<Object> list = new ArrayList<>(items.length);
    for (Object item : items) {
      list.add(of(item, type.getNestedColumns().get(0)));
    }
    return list;
  }

  private static List<Object> tuple(Object[] items, List<ClickHouseColumn> types) {
    List<Object> list = new ArrayList<>(items.length);
    for (int i = 0; i < items.length; i++) {
      list.add(of(items[i], types.get(i)));
    }
    return list;
  }

  private static Map<Object, Object> map(Map<?, ?> map, ClickHouseColumn type) {
    Map<Object, Object> items = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> items.put(of(key, type.getKeyInfo()), of(value, type.getValueInfo())));
    return items;
  }
}
