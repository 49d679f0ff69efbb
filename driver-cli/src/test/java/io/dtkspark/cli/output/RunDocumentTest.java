package io.dtkspark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunDocumentTest {

  private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");

  /** Recorded from {@code dtk run -s "*" --json} of detectkit 0.67.2, times and names changed. */
  @Test
  void aPartlyFailedRunLooksAsInTheOriginal() {
    RunDocument document =
        new RunDocument("*", Optional.empty(), List.of(Step.LOAD, Step.DETECT), START);
    document.project("dé\"mo");
    document.outcomes(
        List.of(
            new MetricOutcome("off", Status.SKIPPED, List.of(), 0, 0, 0, Optional.empty()),
            new MetricOutcome(
                "ok", Status.SUCCESS, List.of(Step.LOAD, Step.DETECT), 24, 3, 0, Optional.empty()),
            new MetricOutcome(
                "bad", Status.FAILED, List.of(), 0, 0, 0, Optional.of("SOURCE: no table\nx"))));
    assertEquals(
        """
        {"schema_version": 1, "command": "run", "project": "d\\u00e9\\"mo", "selector": "*", \
        "exclude": null, "steps": ["load", "detect"], "started_at": "2024-05-01T10:00:00Z", \
        "finished_at": "2024-05-01T10:00:12Z", "duration_seconds": 12.3, "status": "failed", \
        "error": null, "aborted": false, "metrics": [\
        {"name": "off", "status": "skipped", "steps_completed": [], "datapoints_loaded": 0, \
        "anomalies_detected": 0, "alerts_sent": 0, "error": null}, \
        {"name": "ok", "status": "success", "steps_completed": ["load", "detect"], \
        "datapoints_loaded": 24, "anomalies_detected": 3, "alerts_sent": 0, "error": null}, \
        {"name": "bad", "status": "failed", "steps_completed": [], "datapoints_loaded": 0, \
        "anomalies_detected": 0, "alerts_sent": 0, "error": "SOURCE: no table\\nx"}], \
        "totals": {"metrics": 3, "succeeded": 1, "failed": 1, "skipped": 1, \
        "datapoints_loaded": 24, "anomalies_detected": 3, "alerts_sent": 0}, "exit_code": 1}\
        """,
        document.finish(START.plusMillis(12_340), 1));
  }

  @Test
  void aRunThatEndedAtAFailureSaysSo() {
    RunDocument document = new RunDocument("m", Optional.empty(), List.of(Step.LOAD), START);
    document.aborted(true);
    assertTrue(document.finish(START, 1).contains("\"aborted\": true"));
  }

  @Test
  void anErrorBeforeAnyMetricIsAnError() {
    RunDocument document = new RunDocument("m", Optional.of("x"), List.of(Step.LOAD), START);
    document.error("no project");
    document.error("a later one");
    String json = document.finish(START, 1);
    assertTrue(json.contains("\"project\": null"), json);
    assertTrue(json.contains("\"exclude\": \"x\""), json);
    assertTrue(json.contains("\"status\": \"error\", \"error\": \"no project\""), json);
  }

  @Test
  void anErrorAfterMetricsIsAFailedRun() {
    RunDocument document = new RunDocument("m", Optional.empty(), List.of(Step.LOAD), START);
    document.outcomes(
        List.of(new MetricOutcome("off", Status.SKIPPED, List.of(), 0, 0, 0, Optional.empty())));
    document.error("database is down");
    assertTrue(document.finish(START, 1).contains("\"status\": \"failed\""));
  }
}
