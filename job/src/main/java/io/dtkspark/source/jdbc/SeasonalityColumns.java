package io.dtkspark.source.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.json.CodePointOrder;
import io.dtkspark.json.JsonText;
import io.dtkspark.json.JsonTree;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the seasonality columns of a row as the JSON object that is stored with it: what orjson
 * writes for the Python values a database driver returns.
 */
final class SeasonalityColumns {

  private final SortedMap<String, ResultColumn> columns = new TreeMap<>(CodePointOrder.COMPARATOR);
  private final JsonText json = new JsonText();

  void add(ResultColumn column) {
    columns.put(column.name(), column);
  }

  /**
   * The object of the current row; null when there are no columns.
   *
   * @throws DtkException SOURCE when a value has no JSON form
   */
  String read(ResultSet row) throws SQLException {
    if (columns.isEmpty()) {
      return null;
    }
    json.clear().beginObject();
    for (ResultColumn column : columns.values()) {
      json.name(column.name());
      try {
        JsonTree.write(json, JsonValue.of(column.reader().value(row)));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw unsupported(column);
      }
    }
    return json.endObject().toString();
  }

  private static DtkException unsupported(ResultColumn column) {
    return new DtkException(
        ErrorCode.SOURCE,
        "the seasonality column '"
            + column.name()
            + "' has type "
            + column.typeName()
            + ", and its value has no JSON form: cast it to an integer, a double or text in the"
            + " query");
  }
}
