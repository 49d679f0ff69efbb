package io.dtkspark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A project on disk with a DuckDB file {@code state.duckdb}, for tests of whole commands. */
public record TestProject(Path root) {

  /** A project without metrics. */
  public static TestProject create(Path root) {
    TestProject project = new TestProject(root);
    project.write("detectkit_project.yml", "name: demo\ndefault_profile: dev\n");
    project.write(
        "profiles.yml",
        """
        default_profile: dev
        profiles:
          dev: {type: duckdb, path: state.duckdb}
          cloud: {type: snowflake, account: a, user: u, password: p}
        """);
    project.write("metrics/.gitkeep", "");
    return project;
  }

  public void write(String file, String text) {
    Path path = root.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An hourly metric whose query gives nothing, with further lines of YAML. */
  public void writeMetric(String name, String more) {
    write(
        "metrics/" + name + ".yml",
        """
        name: %s
        interval: 1h
        loading_start_time: "2024-01-01 00:00:00"
        query: SELECT now() AS timestamp, 1 AS value WHERE false
        """
                .formatted(name)
            + more);
  }

  /** Runs statements against the state file. */
  public void sql(String... statements) {
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row, as text. */
  public String value(String query) {
    try (Connection database = connect();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + root.resolve("state.duckdb"));
  }
}
