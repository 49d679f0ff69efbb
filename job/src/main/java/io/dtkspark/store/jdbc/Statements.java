package io.dtkspark.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs queries on one connection, inside whatever transaction it is in. */
public final class Statements {

  private final Connection connection;

  public Statements(Connection connection) {
    this.connection = connection;
  }

  public void run(Query query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.text())) {
      bind(statement, query.arguments());
      statement.execute();
    }
  }

  public <T> List<T> list(Query query, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query.text())) {
      bind(statement, query.arguments());
      try (ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(reader.read(rows));
        }
        return result;
      }
    }
  }

  public static void bind(PreparedStatement statement, List<Object> arguments) throws SQLException {
    for (int i = 0; i < arguments.size(); i++) {
      statement.setObject(i + 1, arguments.get(i));
    }
  }

  /** Reads the row a result set stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
