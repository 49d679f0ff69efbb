package io.dtkspark.source.jdbc;

import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.ResultColumns;
import io.dtkspark.source.SourceRow;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The result of a metric's query: finds its columns, converts and hands on its rows. */
public final class JdbcQuery {

  private final QueryColumns columns;
  private final ColumnTypes types;

  public JdbcQuery(QueryColumns columns, ColumnTypes types) {
    this.columns = columns;
    this.types = types;
  }

  /**
   * Hands on the rows before a moment. Columns are looked for when there is a row, as in the
   * original: an empty result is no error.
   *
   * @param before epoch milliseconds
   * @throws DtkException SOURCE naming the column and what is wrong with it, or when the thread is
   *     interrupted
   */
  public void hand(ResultSet result, long before, SourceRow rows) throws SQLException {
    List<String> names = names(result.getMetaData());
    TimestampColumn timestamp = null;
    ValueColumn value = null;
    SeasonalityColumns seasonality = null;
    while (result.next()) {
      requireNoInterrupt();
      if (timestamp == null) {
        timestamp = new TimestampColumn(column(result, names, columns.timestamp(), "timestamp"));
      }
      long millis = timestamp.read(result);
      if (millis >= before) {
        continue;
      }
      if (value == null) {
        value = new ValueColumn(column(result, names, columns.value(), "value"));
        seasonality = seasonality(result, names);
      }
      rows.row(millis, value.read(result), seasonality.read(result));
    }
  }

  private SeasonalityColumns seasonality(ResultSet result, List<String> names) throws SQLException {
    SeasonalityColumns seasonality = new SeasonalityColumns();
    for (String name : columns.seasonality()) {
      seasonality.add(column(result, names, name, "seasonality"));
    }
    return seasonality;
  }

  private ResultColumn column(ResultSet result, List<String> names, String wanted, String role)
      throws SQLException {
    int index = ResultColumns.index(names, wanted, role);
    ResultSetMetaData meta = result.getMetaData();
    return new ResultColumn(wanted, meta.getColumnTypeName(index), types.reader(meta, index));
  }

  private static List<String> names(ResultSetMetaData meta) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    return names;
  }

  /** A task that is cancelled while it reads stops here; its connection goes with it. */
  private static void requireNoInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new DtkException(ErrorCode.SOURCE, "interrupted while reading the query's rows");
    }
  }
}
