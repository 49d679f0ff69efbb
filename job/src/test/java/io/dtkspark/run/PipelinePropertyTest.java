package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.TestProject.Range;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must never change a row: the size of chunks, the number of cores, the order of the source, a
 * rerun. The series have holes longer than a loading batch and detectors that depend on batches.
 */
class PipelinePropertyTest {

  private static final long START = millis("2024-01-01T00:00:00Z");
  private static final long MIDDLE = millis("2024-01-04T05:40:00Z");
  private static final long END = millis("2024-01-07T22:40:00Z");

  private static final String COMMON =
      """
      interval: 1min
      loading_start_time: "2024-01-01 00:00:00"
      loading_batch_size: 333
      seasonality_columns: [hour, is_weekend]
      """;
  private static final String DETECTORS =
      """
      detectors:
        - {type: mad, params: {window_size: 300, seasonality_components: [hour], batch_size: 400}}
        - {type: zscore, params: {window_size: 120, smoothing: sma, batch_size: 250}}
        - {type: iqr, params: {window_size: 90, stabilization: clamp, batch_size: 170}}
        - {type: mad, params: {window_size: 60, input_type: changes, batch_size: 70}}
        - {type: iqr, params: {window_size: 64, window_weights: exponential, half_life: 30min}}
        - {type: zscore, params: {window_size: 50, detrend: linear, batch_size: 999}}
        - {type: autoreg, params: {window_size: 60, lags: 3, batch_size: 300}}
        - {type: manual_bounds, params: {lower_bound: 70, upper_bound: 150.5}}
      """;

  @TempDir static Path directory;
  private static TestProject expected;

  @BeforeAll
  static void undisturbed() throws SQLException {
    expected = project("undisturbed", "ORDER BY ts");
    succeed(expected.run("local[1]", 1_000_000, Range.until(END)));
    assertTrue(expected.count("SELECT count(*) FROM detectkit._dtk_detections") > 60_000);
  }

  @ParameterizedTest
  @CsvSource({"local[2], 131072", "local[1], 1", "local[3], 700", "local[2], 2500"})
  void chunkSizeAndCoresChangeNoRow(String master, int chunkRows) throws SQLException {
    TestProject project = project(master + "-" + chunkRows, "ORDER BY ts");
    succeed(project.run(master, chunkRows, Range.until(END)));
    assertEquals(0, project.differences(expected));
  }

  @Test
  void theOrderOfTheSourceChangesNoRow() throws SQLException {
    TestProject project = project("shuffled", "ORDER BY hash(ts)");
    succeed(project.run("local[2]", 1_500, Range.until(END)));
    assertEquals(0, project.differences(expected));
  }

  @Test
  void aRerunWritesNothing() throws SQLException {
    TestProject project = project("rerun", "ORDER BY ts");
    succeed(project.run("local[2]", 2_000, Range.until(END)));
    String newest = "SELECT epoch_ms(max(created_at)) FROM detectkit._dtk_detections";
    long before = project.count(newest);
    List<MetricOutcome> again = project.run("local[2]", 2_000, Range.until(END));
    succeed(again);
    assertEquals(0, again.stream().mapToLong(MetricOutcome::datapointsLoaded).sum());
    assertEquals(before, project.count(newest));
    assertEquals(0, project.differences(expected));
  }

  @Test
  void aFullRefreshEndsInTheSameRowsWithNothingLeftOver() throws SQLException {
    TestProject project = project("refreshed", "ORDER BY ts");
    succeed(project.run("local[2]", 900, Range.until(END)));
    project.sql("UPDATE detectkit._dtk_datapoints SET value = -1");
    project.sql(
        "INSERT INTO detectkit._dtk_datapoints SELECT metric_name, timestamp - INTERVAL 1 YEAR,"
            + " value, seasonality_data, interval_seconds, seasonality_columns, created_at"
            + " FROM detectkit._dtk_datapoints WHERE metric_name = 'first' LIMIT 50");
    succeed(project.run("local[2]", 900, Range.until(END).refreshed()));
    assertEquals(0, project.differences(expected));
  }

  @Test
  void aRefreshedWindowLeavesTheRowsAroundItAlone() throws SQLException {
    TestProject project = project("window", "ORDER BY ts");
    succeed(project.run("local[2]", 900, Range.until(END)));
    long outside =
        project.count(
            "SELECT sum(hash(metric_name, timestamp, value)) % 1000000007 FROM"
                + " detectkit._dtk_datapoints WHERE timestamp >= epoch_ms("
                + MIDDLE
                + "::BIGINT)");
    Range window = Range.until(MIDDLE).startingAt(START).refreshed();
    succeed(project.run("local[2]", 700, window));
    assertEquals(
        outside,
        project.count(
            "SELECT sum(hash(metric_name, timestamp, value)) % 1000000007 FROM"
                + " detectkit._dtk_datapoints WHERE timestamp >= epoch_ms("
                + MIDDLE
                + "::BIGINT)"));
    assertEquals(
        expected.count("SELECT count(*) FROM detectkit._dtk_detections"),
        project.count("SELECT count(*) FROM detectkit._dtk_detections"));
  }

  @Test
  void aFailingMetricLeavesTheOthersAndKeepsWhatItLoadedBefore() throws SQLException {
    TestProject project = project("failing", "ORDER BY ts");
    project.metric(
        "broken",
        COMMON
            + """
            query: |
              SELECT ts AS timestamp, CASE WHEN ts < '2024-01-01 12:00:00' THEN value::VARCHAR ELSE 'abc' END AS value
              FROM src WHERE ts >= '{{ dtk_start_time }}' AND ts < '{{ dtk_end_time }}' ORDER BY ts
            detectors: [{type: mad}]
            """);
    List<MetricOutcome> outcomes = project.run("local[2]", 1_000, Range.until(END));
    MetricOutcome broken =
        outcomes.stream().filter(o -> o.metric().equals("broken")).findFirst().orElseThrow();
    assertEquals(Status.FAILED, broken.status());
    assertTrue(broken.error().orElseThrow().contains("'abc'"), broken.error().orElseThrow());
    assertEquals(List.of(), broken.stepsCompleted());
    // Batches of 333 minutes: two are whole before 12:00, the third holds the first wrong value.
    assertEquals(
        666,
        project.count(
            "SELECT count(*) FROM detectkit._dtk_datapoints WHERE metric_name = 'broken'"));
    assertEquals(
        0, project.count("SELECT count(*) FROM detectkit._dtk_tasks WHERE status = 'running'"));
    project.sql("DELETE FROM detectkit._dtk_datapoints WHERE metric_name = 'broken'");
    assertEquals(0, project.differences(expected));
  }

  /** Two metrics on one source: noise with outliers, NULLs, single gaps and three long holes. */
  private static TestProject project(String name, String order) throws SQLException {
    String query =
        "query: |\n  SELECT ts AS timestamp, value FROM src WHERE ts >= '{{ dtk_start_time }}'"
            + " AND ts < '{{ dtk_end_time }}' "
            + order
            + "\n";
    return TestProject.create(directory.resolve(name))
        .metric("first", COMMON + query + DETECTORS)
        .metric("second", COMMON + query + "detectors: [{type: mad, params: {batch_size: 91}}]\n")
        .sql(
            """
            CREATE TABLE src AS
            SELECT TIMESTAMP '2024-01-01' + INTERVAL (i) MINUTE AS ts,
                   CASE WHEN hash(i) % 97 = 0 THEN NULL
                        ELSE 100 + 20 * sin(i / 229.0) + hash(i * 3) % 1000 / 250.0
                             + CASE WHEN hash(i * 7) % 150 = 0 THEN 60 ELSE 0 END
                   END AS value
            FROM range(10000) t(i)
            WHERE hash(i * 11) % 50 <> 0
              AND i NOT BETWEEN 1500 AND 2600
              AND i NOT BETWEEN 6010 AND 6900
              AND i NOT BETWEEN 8000 AND 8450
            """);
  }

  private static void succeed(List<MetricOutcome> outcomes) {
    for (MetricOutcome outcome : outcomes) {
      assertEquals(Status.SUCCESS, outcome.status(), () -> outcome.error().orElse(""));
    }
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
