package io.dtkspark.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One connection, opened when first needed and kept. Servers drop what is idle for long, and
 * restart: before each use it is asked whether it still lives, and replaced if not.
 */
final class KeptConnection {

  private static final int ANSWER_SECONDS = 10;

  private final JdbcSession.Connector connector;
  private Connection connection;

  KeptConnection(JdbcSession.Connector connector) {
    this.connector = connector;
  }

  /** A connection that answers. */
  Connection get() throws SQLException {
    if (connection != null && !connection.isValid(ANSWER_SECONDS)) {
      forget();
    }
    if (connection == null) {
      connection = connector.connect();
    }
    return connection;
  }

  /** Gives it up after a failure, with its transaction: drivers disagree about its state. */
  void giveUp(Exception cause) {
    Connection failed = connection;
    connection = null;
    if (failed == null) {
      return;
    }
    try (failed) {
      if (!failed.getAutoCommit()) {
        failed.rollback();
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  void close() throws SQLException {
    Connection last = connection;
    connection = null;
    if (last != null) {
      last.close();
    }
  }

  private void forget() {
    giveUp(new SQLException("the connection does not answer"));
  }
}
