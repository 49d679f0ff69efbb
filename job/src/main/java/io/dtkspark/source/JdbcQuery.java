package io.dtkspark.source;

import io.dtkspark.config.QueryColumns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One query of a metric over JDBC: finds its columns, converts and hands on its rows. */
final class JdbcQuery {

  private final QueryColumns columns;

  JdbcQuery(QueryColumns columns) {
    this.columns = columns;
  }

  void run(Connection connection, String sql, long before, SourceRow rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return;
      }
      try (ResultSet result = statement.getResultSet()) {
        hand(result, before, rows);
      }
    }
  }

  /**
   * Columns are looked for when there is a row, as in the original: an empty result is no error.
   */
  private void hand(ResultSet result, long before, SourceRow rows) throws SQLException {
    List<String> names = names(result.getMetaData());
    TimestampColumn timestamp = null;
    ValueColumn value = null;
    SeasonalityColumns seasonality = null;
    while (result.next()) {
      if (timestamp == null) {
        timestamp =
            TimestampColumn.of(
                result, ResultColumns.index(names, columns.timestamp(), "timestamp"));
      }
      long millis = timestamp.read(result);
      if (millis >= before) {
        continue;
      }
      if (value == null) {
        value = ValueColumn.of(result, ResultColumns.index(names, columns.value(), "value"));
        seasonality = seasonality(result, names);
      }
      rows.row(millis, value.read(result), seasonality.read(result));
    }
  }

  private SeasonalityColumns seasonality(ResultSet result, List<String> names) throws SQLException {
    SeasonalityColumns reader = new SeasonalityColumns(result.getMetaData());
    for (String column : columns.seasonality()) {
      reader.add(column, ResultColumns.index(names, column, "seasonality"));
    }
    return reader;
  }

  private static List<String> names(ResultSetMetaData meta) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    return names;
  }
}
