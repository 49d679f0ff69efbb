package io.dtkspark.store.server;

import io.dtkspark.store.jdbc.Query;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a server takes and gives rows in bulk. */
public interface BulkPath {

  /** Whether infinities are stored; otherwise they become NULL. */
  boolean storesInfinities();

  /**
   * Begins to write rows into a table.
   *
   * @param connection inside a transaction; the writer's alone until it is finished or closed
   * @param table its quoted name
   * @param columns in the order in which values will come
   */
  BulkWriter write(Connection connection, String table, List<Column> columns) throws SQLException;

  /**
   * Streams the result of a query whose columns are epoch milliseconds, value, seasonality data and
   * seasonality columns; memory does not grow with the result.
   */
  void read(Connection connection, Query query, DatapointColumns receiver) throws SQLException;
}
