package io.dtkspark.source.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** How an engine's columns are read. */
@FunctionalInterface
public interface ColumnTypes {

  /**
   * The reader of a column.
   *
   * @param column its number, the first being 1
   */
  ColumnReader reader(ResultSetMetaData meta, int column) throws SQLException;
}
