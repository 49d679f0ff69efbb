package io.dtkspark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs with SIGKILL at seeded random moments of load and detect. What is stored then must be
 * a prefix of time of what an undisturbed run stores, and running again must end in the same
 * tables.
 *
 * <p>The series has holes longer than a loading batch, so that rows are absent and results depend
 * on where batches begin.
 */
class KilledRunTest {

  private static final int KILLS = 20;
  private static final int MAX_ATTEMPTS = 60;
  private static final int POINTS = 60_000;
  private static final String DATABASE = "dtk.duckdb";
  private static final String TO = "2024-02-11 16:00:00";

  private static final String DATAPOINTS =
      "metric_name, timestamp, value, seasonality_data, interval_seconds, seasonality_columns";
  private static final String DETECTIONS =
      "metric_name, detector_id, detector_name, timestamp, is_anomaly, confidence_lower,"
          + " confidence_upper, value, processed_value, detector_params, detection_metadata";

  private static final String METRIC =
      """
      name: killed
      interval: 1min
      query: |
        SELECT ts AS timestamp, value FROM src
        WHERE ts >= '{{ dtk_start_time }}' AND ts < '{{ dtk_end_time }}' ORDER BY ts
      loading_start_time: "2024-01-01 00:00:00"
      loading_batch_size: 700
      seasonality_columns: [hour]
      detectors:
        - type: mad
          params: {window_size: 288, seasonality_components: [hour], batch_size: 900}
        - type: zscore
          params: {window_size: 150, smoothing: ema, batch_size: 500}
        - type: iqr
          params: {window_size: 200, stabilization: clamp}
        - type: mad
          params: {window_size: 60, input_type: changes, batch_size: 333}
      """;

  @TempDir Path directory;

  @Test
  void aRunKilledAnywhereAndRepeatedEndsInTheTablesOfAnUndisturbedRun() throws Exception {
    Path undisturbed = project("undisturbed");
    Timing timing = runUndisturbed(undisturbed);

    Random random = new Random(20_241_121);
    int duringLoad = 0;
    int duringDetect = 0;
    int attempts = 0;
    while (duringLoad + duringDetect < KILLS) {
      assertTrue(++attempts <= MAX_ATTEMPTS, "too few kills met a run at work: " + attempts);
      Path project = project("killed" + attempts);
      runAndKill(project, (long) (timing.workMillis() * random.nextDouble()));
      Stored stored = compareWithPrefix(project, undisturbed);
      if (stored.datapoints() > 0 && !stored.complete()) {
        duringLoad += stored.detections() == 0 ? 1 : 0;
        duringDetect += stored.detections() > 0 ? 1 : 0;
      }
      DtkProcess.succeed(project, log(project), run("--force"));
      assertSameTables(project, undisturbed);
      deleteProject(project);
    }
    assertTrue(duringLoad > 0, "no kill met the load step");
    assertTrue(duringDetect > 0, "no kill met the detect step");
  }

  /** Milliseconds between the first write to the database and the end of the run. */
  private record Timing(long workMillis) {}

  private record Stored(long datapoints, long detections, boolean complete) {}

  private Timing runUndisturbed(Path project) throws IOException, InterruptedException {
    Process process = DtkProcess.start(project, log(project), run());
    awaitFirstWrite(project, process);
    long begin = System.nanoTime();
    int exit = process.waitFor();
    assertEquals(0, exit, () -> read(log(project)));
    return new Timing((System.nanoTime() - begin) / 1_000_000);
  }

  private void runAndKill(Path project, long delayMillis) throws IOException, InterruptedException {
    Process process = DtkProcess.start(project, log(project), run());
    awaitFirstWrite(project, process);
    Thread.sleep(delayMillis);
    process.destroyForcibly();
    process.waitFor();
  }

  /** The write-ahead log appears with the first write: Java and the project are loaded by then. */
  private static void awaitFirstWrite(Path project, Process process) throws InterruptedException {
    Path writeAheadLog = project.resolve(DATABASE + ".wal");
    while (process.isAlive() && !Files.exists(writeAheadLog)) {
      Thread.sleep(5);
    }
  }

  private static String[] run(String... more) {
    String[] command = {"run", "--select", "killed", "--to", TO};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  private Path project(String name) throws IOException, SQLException {
    Path project = Files.createDirectories(directory.resolve(name));
    Files.createDirectories(project.resolve("metrics"));
    write(project.resolve("detectkit_project.yml"), "name: killed\ndefault_profile: dev\n");
    write(
        project.resolve("profiles.yml"),
        "default_profile: dev\nprofiles:\n  dev: {type: duckdb, path: " + DATABASE + "}\n");
    write(project.resolve("metrics/killed.yml"), METRIC);
    Path template = directory.resolve("source.duckdb");
    if (!Files.exists(template)) {
      createSource(template);
    }
    Files.copy(template, project.resolve(DATABASE));
    return project;
  }

  /** Noise with outliers, single gaps, NULLs and three holes longer than a loading batch. */
  private static void createSource(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE src AS
          SELECT TIMESTAMP '2024-01-01' + INTERVAL (i) MINUTE AS ts,
                 CASE WHEN hash(i) %% 97 = 0 THEN NULL
                      ELSE 100 + 20 * sin(i / 229.0) + hash(i * 3) %% 1000 / 250.0
                           + CASE WHEN hash(i * 7) %% 150 = 0 THEN 60 ELSE 0 END
                 END AS value
          FROM range(%d) t(i)
          WHERE hash(i * 11) %% 50 <> 0
            AND i NOT BETWEEN 9000 AND 11500
            AND i NOT BETWEEN 30100 AND 31900
            AND i NOT BETWEEN 50000 AND 55000
          """
              .formatted(POINTS));
    }
  }

  private static Stored compareWithPrefix(Path project, Path undisturbed) throws SQLException {
    try (Connection both = attach(project, undisturbed);
        Statement sql = both.createStatement()) {
      if (count(
              sql,
              "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'actual'"
                  + " AND table_name = '_dtk_detections'")
          == 0) {
        return new Stored(0, 0, false);
      }
      assertPrefix(sql, "_dtk_datapoints", DATAPOINTS, "metric_name");
      assertPrefix(sql, "_dtk_detections", DETECTIONS, "detector_id");
      long datapoints = count(sql, "SELECT count(*) FROM actual.detectkit._dtk_datapoints");
      long detections = count(sql, "SELECT count(*) FROM actual.detectkit._dtk_detections");
      long all = count(sql, "SELECT count(*) FROM expected.detectkit._dtk_detections");
      return new Stored(datapoints, detections, detections == all);
    }
  }

  /** Every stored row is right, and no row is missing before the newest one of its stream. */
  private static void assertPrefix(Statement sql, String table, String columns, String stream)
      throws SQLException {
    assertEquals(0, differences(sql, "actual", "expected", table, columns), table + " rows differ");
    long missing =
        count(
            sql,
            "SELECT count(*) FROM expected.detectkit.%1$s e JOIN (SELECT %2$s, max(timestamp) AS newest FROM actual.detectkit.%1$s GROUP BY %2$s) a USING (%2$s) WHERE e.timestamp <= a.newest"
                .formatted(table, stream));
    long present = count(sql, "SELECT count(*) FROM actual.detectkit." + table);
    assertEquals(missing, present, table + " has a hole behind its newest row");
  }

  private static void assertSameTables(Path project, Path undisturbed) throws SQLException {
    try (Connection both = attach(project, undisturbed);
        Statement sql = both.createStatement()) {
      for (List<String> table :
          List.of(List.of("_dtk_datapoints", DATAPOINTS), List.of("_dtk_detections", DETECTIONS))) {
        String name = table.get(0);
        assertEquals(0, differences(sql, "actual", "expected", name, table.get(1)), name);
        assertEquals(0, differences(sql, "expected", "actual", name, table.get(1)), name);
      }
    }
  }

  private static long differences(
      Statement sql, String one, String other, String table, String columns) throws SQLException {
    return count(
        sql,
        "SELECT count(*) FROM (SELECT %3$s FROM %1$s.detectkit.%4$s EXCEPT ALL SELECT %3$s FROM %2$s.detectkit.%4$s)"
            .formatted(one, other, columns, table));
  }

  private static Connection attach(Path project, Path undisturbed) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("ATTACH '" + project.resolve(DATABASE) + "' AS actual");
      statement.execute("ATTACH '" + undisturbed.resolve(DATABASE) + "' AS expected (READ_ONLY)");
    }
    return connection;
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Path log(Path project) {
    return project.resolve("dtk.log");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void deleteProject(Path project) throws IOException {
    try (java.util.stream.Stream<Path> files = Files.walk(project)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
