package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.TestProject.Range;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order of steps, locks and outcomes of metrics that fail in different places. */
class PipelineTest {

  private static final Range ALL =
      Range.until(Instant.parse("2024-01-03T00:00:00Z").toEpochMilli());

  private static final String COMMON =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      query: >
        SELECT TIMESTAMP '2024-01-01' + INTERVAL (i) HOUR AS timestamp, i % 7 AS value
        FROM range(48) t(i)
      """;

  @TempDir Path directory;

  @Test
  void aWrongDetectorFailsItsMetricAfterTheDetectorsBeforeItWereSaved() throws SQLException {
    TestProject project =
        project()
            .metric(
                "second_wrong",
                COMMON
                    + """
                    detectors:
                      - {type: mad, params: {window_size: 10, min_samples: 3}}
                      - {type: zscore, params: {threshold: -1}}
                      - {type: iqr, params: {window_size: 10, min_samples: 4}}
                    """);
    MetricOutcome outcome = project.run("local[2]", 1_000, ALL).get(0);
    assertEquals(Status.FAILED, outcome.status());
    assertEquals(List.of(Step.LOAD), outcome.stepsCompleted());
    assertEquals(48, outcome.datapointsLoaded());
    assertEquals(0, outcome.anomaliesDetected());
    assertTrue(outcome.error().orElseThrow().contains("threshold"), outcome.error().get());
    assertEquals(
        48, project.count("SELECT count(*) FROM detectkit._dtk_detections"), "the first only");
    assertEquals(
        1, project.count("SELECT count(*) FROM detectkit._dtk_tasks WHERE status = 'failed'"));
  }

  @Test
  void detectorsOfOneIdRunOneAfterTheOther() throws SQLException {
    TestProject project =
        project()
            .metric(
                "twins",
                COMMON
                    + """
                    detectors:
                      - {type: mad, params: {window_size: 10, min_samples: 3, batch_size: 7}}
                      - {type: mad, params: {window_size: 10, min_samples: 3, batch_size: 5}}
                    """);
    assertEquals(Status.SUCCESS, project.run("local[2]", 1_000, ALL).get(0).status());
    assertEquals(48, project.count("SELECT count(*) FROM detectkit._dtk_detections"));
    MetricOutcome refreshed = project.run("local[2]", 1_000, ALL.refreshed()).get(0);
    assertEquals(Status.SUCCESS, refreshed.status());
    assertEquals(48, project.count("SELECT count(*) FROM detectkit._dtk_detections"));
  }

  @Test
  void aHeldLockFailsItsMetricOnlyAndForceTakesIt() throws SQLException {
    TestProject project = project().metric("held", COMMON).metric("open", COMMON);
    project.run("local[1]", 1_000, ALL);
    project.sql(
        "UPDATE detectkit._dtk_tasks SET status = 'running', started_at = now() AT TIME ZONE 'UTC'"
            + " WHERE metric_name = 'held'");
    List<MetricOutcome> outcomes = project.run("local[1]", 1_000, ALL);
    assertEquals(
        List.of(Status.FAILED, Status.SUCCESS),
        outcomes.stream().map(MetricOutcome::status).toList());
    assertTrue(outcomes.get(0).error().orElseThrow().contains("dtk unlock"));
    assertEquals(
        1, project.count("SELECT count(*) FROM detectkit._dtk_tasks WHERE status = 'running'"));
    List<MetricOutcome> forced = project.run("local[1]", 1_000, ALL.forced());
    assertTrue(forced.stream().allMatch(outcome -> outcome.status() == Status.SUCCESS));
    assertEquals(
        0, project.count("SELECT count(*) FROM detectkit._dtk_tasks WHERE status = 'running'"));
  }

  @Test
  void aDisabledMetricIsMirroredAndNothingElse() throws SQLException {
    TestProject project = project().metric("disabled", COMMON + "enabled: false\n");
    MetricOutcome outcome = project.run("local[1]", 1_000, ALL).get(0);
    assertEquals(Status.SKIPPED, outcome.status());
    assertEquals(1, project.count("SELECT count(*) FROM detectkit._dtk_metrics WHERE enabled = 0"));
    assertEquals(0, project.count("SELECT count(*) FROM detectkit._dtk_tasks"));
    assertEquals(0, project.count("SELECT count(*) FROM detectkit._dtk_datapoints"));
  }

  private TestProject project() {
    return TestProject.create(directory);
  }
}
