package io.dtkspark.store.server;

import java.sql.SQLException;

/** Rows on their way into a table, value by value. */
public interface BulkWriter extends AutoCloseable {

  void beginRow() throws SQLException;

  /** A moment in epoch milliseconds. */
  void moment(long epochMillis) throws SQLException;

  /** NaN is NULL; infinities are stored where the server can hold them. */
  void number(double value) throws SQLException;

  void flag(boolean value) throws SQLException;

  /** Text as UTF-8. */
  void text(byte[] value) throws SQLException;

  void endRow() throws SQLException;

  /** Sends what is left; when it returns the server has taken all rows. */
  void finish() throws SQLException;

  /** Gives up the rows unless they are {@linkplain #finish finished}. */
  @Override
  void close() throws SQLException;
}
