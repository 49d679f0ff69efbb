package io.dtkspark.store.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of the rows of {@link DuckDbDialect#seasonalDatapoints}, which come once and are known
 * by their number afterwards.
 */
final class SeasonalityTexts {

  private record Pair(String data, String columns) {}

  private final Map<Long, Pair> known = new HashMap<>();
  private long number = Long.MIN_VALUE;
  private Pair current;

  /** Moves to the result's current row. */
  void read(ResultSet result) throws SQLException {
    long wanted = result.getLong(3);
    if (current == null || wanted != number) {
      number = wanted;
      current = known.get(wanted);
      if (current == null) {
        current = new Pair(result.getString(4), result.getString(5));
        known.put(wanted, current);
      }
    }
  }

  String data() {
    return current.data();
  }

  String columns() {
    return current.columns();
  }
}
