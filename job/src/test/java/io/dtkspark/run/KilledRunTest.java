package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.run.TestProject.Progress;
import io.dtkspark.run.TestProject.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
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
  private static final long END = Instant.parse("2024-02-11T16:00:00Z").toEpochMilli();

  private static final String METRIC =
      """
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
    TestProject undisturbed = project("undisturbed");
    long workMillis = runUndisturbed("undisturbed");

    Random random = new Random(20_241_121);
    int duringLoad = 0;
    int duringDetect = 0;
    int attempts = 0;
    while (duringLoad + duringDetect < KILLS) {
      assertTrue(++attempts <= MAX_ATTEMPTS, "too few kills met a run at work");
      String name = "killed" + attempts;
      TestProject project = project(name);
      runAndKill(name, (long) (workMillis * (0.3 + 0.7 * random.nextDouble())));
      Progress stored = project.prefixOf(undisturbed);
      if (stored.datapoints() > 0 && !stored.complete()) {
        duringLoad += stored.detections() == 0 ? 1 : 0;
        duringDetect += stored.detections() > 0 ? 1 : 0;
      }
      project.run("local[2]", 5_000, Range.until(END).forced());
      assertEquals(0, project.differences(undisturbed), name);
      delete(directory.resolve(name));
    }
    assertTrue(duringLoad > 0, "no kill met the load step");
    assertTrue(duringDetect > 0, "no kill met the detect step");
  }

  /** Runs to the end; returns the milliseconds from the first write to the database on. */
  private long runUndisturbed(String name) throws IOException, InterruptedException {
    Process process = startAndAwaitFirstWrite(name);
    long begin = System.nanoTime();
    assertEquals(0, process.waitFor());
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private void runAndKill(String name, long delayMillis) throws IOException, InterruptedException {
    Process process = startAndAwaitFirstWrite(name);
    Thread.sleep(delayMillis);
    process.destroyForcibly();
    process.waitFor();
  }

  /** The write-ahead log appears with the first write: Java and the project are loaded by then. */
  private Process startAndAwaitFirstWrite(String name) throws IOException, InterruptedException {
    Path root = directory.resolve(name);
    Process process = RunProcess.start(root, END);
    Path writeAheadLog = root.resolve("dtk.duckdb.wal");
    while (process.isAlive() && !Files.exists(writeAheadLog)) {
      Thread.sleep(5);
    }
    return process;
  }

  /** Noise with outliers, single gaps, NULLs and three holes longer than a loading batch. */
  private TestProject project(String name) throws SQLException {
    return TestProject.create(directory.resolve(name))
        .metric("killed", METRIC)
        .sql(
            """
            CREATE TABLE src AS
            SELECT TIMESTAMP '2024-01-01' + INTERVAL (i) MINUTE AS ts,
                   CASE WHEN hash(i) % 97 = 0 THEN NULL
                        ELSE 100 + 20 * sin(i / 229.0) + hash(i * 3) % 1000 / 250.0
                             + CASE WHEN hash(i * 7) % 150 = 0 THEN 60 ELSE 0 END
                   END AS value
            FROM range(60000) t(i)
            WHERE hash(i * 11) % 50 <> 0
              AND i NOT BETWEEN 9000 AND 11500
              AND i NOT BETWEEN 30100 AND 31900
              AND i NOT BETWEEN 50000 AND 55000
            """);
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
