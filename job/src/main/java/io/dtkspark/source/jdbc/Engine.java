package io.dtkspark.source.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a kind of server is connected to and asked. */
public interface Engine {

  /** Reads a result. */
  @FunctionalInterface
  interface Reading {
    void read(ResultSet result) throws SQLException;
  }

  /** A new connection. */
  Connection connect() throws SQLException;

  /**
   * Runs a statement and streams its result, if it has one; memory does not grow with it. When it
   * fails the connection is given up.
   */
  void run(Connection connection, String sql, Reading reading) throws SQLException;

  /** How the columns of results are read. */
  ColumnTypes types();

  /** What went wrong and, where that is known, what to do. */
  String reason(SQLException failure);
}
