package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import java.sql.SQLException;
import java.util.List;

/** The rows of one staging, column by column in the order of its table. */
public interface RowAppender extends AutoCloseable {

  /**
   * Begins a row; the timestamp is its first column.
   *
   * @throws DtkException INTERNAL unless timestamps ascend
   */
  RowAppender row(long epochMillis) throws SQLException;

  /** NaN is stored as NULL. */
  RowAppender number(double value) throws SQLException;

  RowAppender flag(boolean value) throws SQLException;

  /** Text as UTF-8; it must not change afterwards. */
  RowAppender text(byte[] value) throws SQLException;

  void end() throws SQLException;

  /** Ends the staging; without it nothing of it can be published. */
  void complete();

  /** What the user should know about the rows of a complete staging. */
  default List<String> warnings() {
    return List.of();
  }

  DtkException failure(SQLException e);

  /** Releases resources; drops the rows when {@link #complete()} was not reached. */
  @Override
  void close();
}
