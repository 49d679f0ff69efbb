package io.dtkspark.source;

import io.dtkspark.config.QueryColumns;

/**
 * The database that a metric is loaded from. One instance per thread; failures are {@link
 * io.dtkspark.error.DtkException} SOURCE.
 */
public interface MetricSource extends AutoCloseable {

  /**
   * Runs a query and streams its rows; memory does not grow with the result.
   *
   * @param sql a complete statement
   * @param columns which result columns to read, and how they are called
   * @param before rows at or after this moment (epoch milliseconds) are skipped
   * @throws io.dtkspark.error.DtkException naming the column, its type or the value that is wrong
   */
  void query(String sql, QueryColumns columns, long before, SourceRow rows);

  @Override
  void close();
}
