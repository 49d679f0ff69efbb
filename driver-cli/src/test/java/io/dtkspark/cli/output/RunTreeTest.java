package io.dtkspark.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CapturedConsole;
import io.dtkspark.notify.Delivery;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.series.TimeRange;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTreeTest {

  private static final long INTERVAL = 600_000L;

  private final CapturedConsole captured = new CapturedConsole();
  private long nanos;

  @Test
  void oneMetricRendersAsTheTreeOfTheReference() {
    RunTree tree = tree(request("cpu_usage"));
    tree.metricStarted("cpu_usage");
    tree.loadPlanned(
        "cpu_usage", load(LoadPlan.Origin.RESUMED, "2024-03-15T10:00:00Z", 1440, 1, 2160));
    tree.loadFinished("cpu_usage", 1440);
    tree.detectStarted("cpu_usage", 2);
    DetectPlan mad = detect(0, "mad", DetectPlan.Status.READY, 1440);
    tree.detectPlanned("cpu_usage", 2, mad);
    DetectPlan zscore = detect(1, "zscore", DetectPlan.Status.UP_TO_DATE, 0);
    tree.detectPlanned("cpu_usage", 2, zscore);
    tree.detectFinished("cpu_usage", mad, 1440, 1007);
    tree.alertsChecked("cpu_usage", List.of());
    tree.metricFinished(
        new MetricOutcome(
            "cpu_usage",
            Status.SUCCESS,
            List.of(Step.LOAD, Step.DETECT, Step.ALERT),
            1440,
            1007,
            0,
            Optional.empty()));
    assertEquals(
        """
        Processing metric: cpu_usage
          Config file: metrics/cpu_usage.yml
          Steps: load, detect, alert

          ┌─ LOAD
          │ Resuming from last saved: 2024-03-15 09:50:00
          │ Loading from 2024-03-15 10:00:00 to 2024-03-25 10:00:00
          │ Total points: ~1,440 | Batch size: 2,160
          │ Loading in single batch...
          └─ Loaded 1,440 datapoints

          ┌─ DETECT
          │ Running 2 detector(s)...
          │
          │ [1/2] Detector: mad
          │   Detecting from 2024-03-15 10:00:00 to 2024-03-25 10:00:00
          │   Total points: ~1,440 | Batch size: 1,000
          │   └─ Detected 1,007 anomalies
          │
          │ [2/2] Detector: zscore
          │   Nothing to detect (already up to date)
          └─ Total anomalies: 1,007

          ┌─ ALERT
          └─ Alerting not enabled

        ✓ Pipeline completed successfully

        """,
        captured.out());
  }

  @Test
  void nothingToLoadSaysWhenTheNextIntervalEnds() {
    RunTree tree = tree(request("m"));
    tree.loadPlanned("m", load(LoadPlan.Origin.FRESH, "2024-01-01T00:00:00Z", 0, 0, 100));
    tree.loadFinished("m", 0);
    tree.alertsChecked("m", List.of());
    tree.metricFinished(outcome("m", Status.SUCCESS, Optional.empty()));
    assertEquals(
        """
        Processing metric: m
          Config file: metrics/m.yml
          Steps: load, detect, alert

          ┌─ LOAD
          │ Starting fresh from: 2024-01-01 00:00:00
          │ Next interval at 2024-01-01 00:10:00, now 2024-01-01 00:04:00
          └─ Nothing to load yet, waiting for next interval

          ┌─ ALERT
          └─ Alerting not enabled

        ✓ Pipeline completed successfully

        """,
        captured.out());
  }

  @Test
  void treesOfMetricsThatRunSideBySideDoNotMix() {
    RunTree tree = tree(request("a", "b"));
    tree.metricStarted("a");
    tree.metricStarted("b");
    tree.detectStarted("a", 0);
    tree.detectStarted("b", 0);
    tree.warning("a", "half of the rows are off the grid");
    tree.metricFinished(outcome("b", Status.SUCCESS, Optional.empty()));
    tree.metricFinished(outcome("a", Status.FAILED, Optional.of("SOURCE: table is gone")));
    assertEquals(
        """
        Processing metric: b
          Config file: metrics/b.yml
          Steps: load, detect, alert

          ┌─ DETECT
          └─ No detectors configured, skipping detection

        ✓ Pipeline completed successfully

        Processing metric: a
          Config file: metrics/a.yml
          Steps: load, detect, alert

          ┌─ DETECT
          └─ No detectors configured, skipping detection
          │ ⚠ half of the rows are off the grid

          ✗ Failed: SOURCE: table is gone

        """,
        captured.out());
  }

  @Test
  void theEndOfARunSaysWhoWasTold() {
    RunTree tree = tree(request("m"));
    assertFalse(tree.aborted());
    tree.failureTold("m", List.of(new Delivery("mail", Optional.empty()), failed("chat")));
    assertTrue(tree.aborted());
    assertEquals(
        """
        ⚠ Failure of m: telling error_alerting of it
          ✓ mail
          ✗ chat: 500
        ✗ The run ends here; metrics that follow are skipped

        """,
        captured.out());
  }

  private static Delivery failed(String channel) {
    return new Delivery(channel, Optional.of("500"));
  }

  @Test
  void aFailedDetectorLeavesNoTotal() {
    RunTree tree = tree(request("m"));
    tree.detectStarted("m", 1);
    tree.detectPlanned("m", 1, detect(0, "iqr", DetectPlan.Status.READY, 10));
    tree.metricFinished(outcome("m", Status.FAILED, Optional.of("STORE: disk full")));
    assertEquals(
        List.of(
            "  ┌─ DETECT",
            "  │ Running 1 detector(s)...",
            "  │",
            "  │ [1/1] Detector: iqr",
            "  │   Detecting from 2024-03-15 10:00:00 to 2024-03-25 10:00:00",
            "  │   Total points: ~10 | Batch size: 1,000",
            "",
            "  ✗ Failed: STORE: disk full",
            ""),
        captured.out().lines().skip(4).toList());
  }

  @Test
  void skippedMetricsPrintNothingAndCountInTheSummary() {
    RunTree tree = tree(request("m"));
    MetricOutcome skipped = outcome("off", Status.SKIPPED, Optional.empty());
    tree.metricFinished(skipped);
    nanos = 2_340_000_000L;
    tree.runFinished(
        List.of(
            skipped,
            outcome("m", Status.SUCCESS, Optional.empty()),
            outcome("n", Status.FAILED, Optional.of("x"))));
    assertEquals(
        "Done. 3 metric(s): 1 succeeded, 1 failed, 1 skipped."
            + " 3,000 datapoints, 21 anomalies in 2.3 s.\n",
        captured.out());
  }

  @Test
  void logsHearOfLongStepsEveryThirtySeconds() {
    RunTree tree = tree(request("m"));
    for (int second = 0; second <= 65; second++) {
      nanos = second * 1_000_000_000L;
      tree.progress(Step.DETECT, second, 130, second * 10_000L);
    }
    assertEquals(
        """
        DETECT  23 %  300,000 rows  10,000 rows/s  about 1m 40s left
        DETECT  46 %  600,000 rows  10,000 rows/s  about 1m 10s left
        """,
        captured.err());
  }

  @Test
  void theWayOfRowsIsADetail() {
    tree(request("m")).clickHouseRows(true);
    tree(request("m")).clickHouseRows(false);
    new RunTree(captured.console(), request("m"), () -> nanos, false).clickHouseRows(true);
    assertEquals(
        """
        ClickHouse rows: by way of the Spark connector
        ClickHouse rows: by way of the built-in client
        """,
        captured.out());
  }

  private RunTree tree(RunRequest request) {
    return new RunTree(captured.console(), request, () -> nanos, true);
  }

  private static RunRequest request(String... metrics) {
    return new RunRequest(
        TestMetrics.project(),
        List.of(metrics).stream().map(TestMetrics::metric).toList(),
        TestMetrics.duckDb("dev"),
        Map.of(),
        EnumSet.allOf(Step.class),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        0);
  }

  private static LoadPlan load(
      LoadPlan.Origin origin, String start, long points, int batches, int batchSize) {
    long from = Instant.parse(start).toEpochMilli();
    long to = from + points * INTERVAL;
    return new LoadPlan(
        origin,
        from,
        to,
        to + 240_000,
        0,
        Collections.nCopies(batches, new TimeRange(from, to)),
        points,
        batchSize,
        Optional.empty());
  }

  private static DetectPlan detect(
      int position, String type, DetectPlan.Status status, long points) {
    long from = Instant.parse("2024-03-15T10:00:00Z").toEpochMilli();
    TimeRange range = new TimeRange(from, from + 1440 * INTERVAL);
    return new DetectPlan(
        position, type, null, status, range, points, 1000, List.of(), Optional.empty());
  }

  private static MetricOutcome outcome(String metric, Status status, Optional<String> error) {
    return new MetricOutcome(metric, status, List.of(), 1000, 7, 0, error);
  }
}
