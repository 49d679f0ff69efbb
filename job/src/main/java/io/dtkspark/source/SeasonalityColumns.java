package io.dtkspark.source;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.json.CodePointOrder;
import io.dtkspark.json.JsonText;
import io.dtkspark.json.JsonTree;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the seasonality columns of a row as the JSON object that is stored with it: what orjson
 * writes for the Python values a database driver returns.
 */
final class SeasonalityColumns {

  private final SortedMap<String, Integer> indexes = new TreeMap<>(CodePointOrder.COMPARATOR);
  private final ResultSetMetaData meta;
  private final JsonText json = new JsonText();

  SeasonalityColumns(ResultSetMetaData meta) {
    this.meta = meta;
  }

  void add(String name, int index) {
    indexes.put(name, index);
  }

  /**
   * The object of the current row; null when there are no columns.
   *
   * @throws DtkException SOURCE when a value has no JSON form
   */
  String read(ResultSet result) throws SQLException {
    if (indexes.isEmpty()) {
      return null;
    }
    json.clear().beginObject();
    for (var column : indexes.entrySet()) {
      json.name(column.getKey());
      int index = column.getValue();
      try {
        JsonTree.write(json, JsonValue.read(result, index, meta));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw unsupported(column.getKey(), meta.getColumnTypeName(index));
      }
    }
    return json.endObject().toString();
  }

  private static DtkException unsupported(String name, String type) {
    return new DtkException(
        ErrorCode.SOURCE,
        "the seasonality column '"
            + name
            + "' has type "
            + type
            + ", and its value has no JSON form: cast it to an integer, a double or text in the"
            + " query");
  }
}
