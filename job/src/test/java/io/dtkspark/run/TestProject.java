package io.dtkspark.run;

import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.Project;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A detectkit project in a folder of its own, on DuckDB, that tests run through the pipeline. */
final class TestProject {

  private static final String DATABASE = "dtk.duckdb";

  private static final String DATAPOINTS =
      "metric_name, timestamp, value, seasonality_data, interval_seconds, seasonality_columns";
  private static final String DETECTIONS =
      "metric_name, detector_id, detector_name, timestamp, is_anomaly, confidence_lower,"
          + " confidence_upper, value, processed_value, detector_params, detection_metadata";

  private static final String TABLES_OF_A =
      "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'a' AND schema_name = 'detectkit'";

  private final Path root;

  private TestProject(Path root) {
    this.root = root;
  }

  /** A project that is there already. */
  static TestProject at(Path root) {
    return new TestProject(root);
  }

  static TestProject create(Path root) {
    try {
      Files.createDirectories(root.resolve("metrics"));
      TestProject project = new TestProject(root);
      project.write("detectkit_project.yml", "name: test\ndefault_profile: dev\n");
      project.write(
          "profiles.yml",
          "default_profile: dev\nprofiles:\n  dev: {type: duckdb, path: " + DATABASE + "}\n");
      return project;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestProject metric(String name, String yaml) {
    write("metrics/" + name + ".yml", "name: " + name + "\n" + yaml);
    return this;
  }

  private void write(String file, String text) {
    try {
      Files.writeString(root.resolve(file), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the profile by one of another database: its YAML, below its name. */
  TestProject profile(String yaml) {
    write("profiles.yml", "default_profile: dev\nprofiles:\n  dev:\n" + yaml.indent(4));
    return this;
  }

  /** Adds lines to the project file. */
  TestProject projectFile(String lines) {
    write("detectkit_project.yml", "name: test\ndefault_profile: dev\n" + lines);
    return this;
  }

  /** Adds alert channels: their YAML by name. */
  TestProject channels(String yaml) {
    write(
        "profiles.yml",
        "default_profile: dev\nprofiles:\n  dev: {type: duckdb, path: "
            + DATABASE
            + "}\nalert_channels:\n"
            + yaml.indent(2));
    return this;
  }

  TestProject sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
    return this;
  }

  long count(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database());
        Statement sql = connection.createStatement()) {
      return count(sql, query);
    }
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  Path database() {
    return root.resolve(DATABASE);
  }

  /** Runs all metrics, load and detect. */
  List<MetricOutcome> run(String master, int chunkRows, Range range) {
    return run(master, chunkRows, range, new SilentListener());
  }

  List<MetricOutcome> run(String master, int chunkRows, Range range, RunListener listener) {
    return run(master, chunkRows, range, listener, EnumSet.of(Step.LOAD, Step.DETECT));
  }

  List<MetricOutcome> run(
      String master, int chunkRows, Range range, RunListener listener, Set<Step> steps) {
    ConfigWarnings warnings = ConfigWarnings.strict();
    Project project = Project.open(root, Map.of(), warnings);
    RunRequest request =
        new RunRequest(
            project.config(),
            project.select("*"),
            project.profiles().state(Optional.empty()),
            Map.of(),
            steps,
            range.from(),
            range.to(),
            range.fullRefresh(),
            range.force(),
            System.currentTimeMillis());
    SparkOptions options = new SparkOptions(Optional.of(master), 4, chunkRows);
    return new Pipeline(options, project.profiles().channels(), listener).run(request);
  }

  /**
   * {@code --from}, {@code --to} in epoch milliseconds, {@code --full-refresh}, {@code --force}.
   */
  record Range(Optional<Long> from, Optional<Long> to, boolean fullRefresh, boolean force) {

    static Range until(long to) {
      return new Range(Optional.empty(), Optional.of(to), false, false);
    }

    Range refreshed() {
      return new Range(from, to, true, force);
    }

    Range startingAt(long start) {
      return new Range(Optional.of(start), to, fullRefresh, force);
    }

    Range forced() {
      return new Range(from, to, fullRefresh, true);
    }
  }

  /** Rows of the two large tables that one of the projects has and the other has not. */
  long differences(TestProject other) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("ATTACH '" + database() + "' AS a (READ_ONLY)");
      sql.execute("ATTACH '" + other.database() + "' AS b (READ_ONLY)");
      return oneWay(sql, "a", "b") + oneWay(sql, "b", "a");
    }
  }

  /**
   * Checks that what this project stores is, stream by stream, a prefix of time of what {@code
   * whole} stores: every row is right, and none is missing before the newest.
   */
  Progress prefixOf(TestProject whole) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("ATTACH '" + database() + "' AS a");
      sql.execute("ATTACH '" + whole.database() + "' AS b (READ_ONLY)");
      if (count(sql, TABLES_OF_A) < 6) {
        return new Progress(0, 0, false);
      }
      long wrong = oneWay(sql, "a", "b");
      long missing = missing(sql, "_dtk_datapoints", "metric_name");
      missing += missing(sql, "_dtk_detections", "detector_id");
      if (wrong > 0 || missing > 0) {
        throw new AssertionError(wrong + " rows differ, " + missing + " are missing");
      }
      long detections = count(sql, "SELECT count(*) FROM a.detectkit._dtk_detections");
      return new Progress(
          count(sql, "SELECT count(*) FROM a.detectkit._dtk_datapoints"),
          detections,
          detections == count(sql, "SELECT count(*) FROM b.detectkit._dtk_detections"));
    }
  }

  /** What an interrupted run has stored. */
  record Progress(long datapoints, long detections, boolean complete) {}

  private static long missing(Statement sql, String table, String stream) throws SQLException {
    String query =
        "SELECT count(*) FROM b.detectkit.%1$s b JOIN (SELECT %2$s, max(timestamp) AS newest"
            + " FROM a.detectkit.%1$s GROUP BY %2$s) USING (%2$s) WHERE b.timestamp <= newest";
    return count(sql, query.formatted(table, stream))
        - count(sql, "SELECT count(*) FROM a.detectkit." + table);
  }

  private static long oneWay(Statement sql, String one, String two) throws SQLException {
    String query =
        "SELECT count(*) FROM (SELECT %1$s FROM %3$s.detectkit.%2$s"
            + " EXCEPT ALL SELECT %1$s FROM %4$s.detectkit.%2$s)";
    return count(sql, query.formatted(DATAPOINTS, "_dtk_datapoints", one, two))
        + count(sql, query.formatted(DETECTIONS, "_dtk_detections", one, two));
  }
}
