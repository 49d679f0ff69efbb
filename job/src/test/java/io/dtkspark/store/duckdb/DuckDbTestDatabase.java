package io.dtkspark.store.duckdb;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.TestDatabase;
import io.dtkspark.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A DuckDB file, looked at with plain SQL through the instance that the store uses. */
final class DuckDbTestDatabase implements TestDatabase {

  private final Profile profile;
  private final DuckDbDatabase database;

  DuckDbTestDatabase(Path file) {
    profile = profile(file.toString(), false);
    database = DuckDbDatabase.open(profile, ErrorCode.STORE);
  }

  /** A profile with schema names that only work when they are quoted. */
  static Profile profile(String path, boolean readOnly) {
    return new Profile(
        "test", "duckdb", null, 0, null, null, null, path, readOnly, "in \"x\"", "order", Map.of());
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public List<String> rows(Table table, String... columns) {
    String selected =
        List.of(columns).stream()
            .map(c -> "\"" + c + "\"::VARCHAR")
            .collect(Collectors.joining(","));
    return query(
        "SELECT " + selected + " FROM " + name(table) + " ORDER BY " + quoted(table.key()),
        columns);
  }

  @Override
  public void insert(Table table, Map<String, Object> row) {
    List<String> columns = List.copyOf(row.keySet());
    String values =
        columns.stream().map(c -> "'" + row.get(c) + "'").collect(Collectors.joining(","));
    run("INSERT INTO " + name(table) + " (" + quoted(columns) + ") VALUES (" + values + ")");
  }

  void run(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  List<String> query(String sql, String... columns) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
          row.add(columns[i] + "=" + text(result.getString(i + 1)));
        }
        rows.add(String.join(", ", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    database.close();
  }

  /** DuckDB writes infinities in lower case. */
  private static String text(String value) {
    if ("inf".equals(value)) {
      return "Infinity";
    }
    return "-inf".equals(value) ? "-Infinity" : String.valueOf(value);
  }

  private static String name(Table table) {
    return "\"in \"\"x\"\"\"." + table.name();
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
  }
}
