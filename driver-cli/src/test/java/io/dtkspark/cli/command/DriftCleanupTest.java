package io.dtkspark.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.cli.CapturedConsole;
import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.output.TestMetrics;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftCleanupTest {

  private final CapturedConsole captured = new CapturedConsole();
  private final FakeUpkeep upkeep = new FakeUpkeep();

  @Test
  void dryRunNamesWhatIsStaleAndDeletesNothing() {
    upkeep.detections.put("cpu", Map.of("0000000000000001", 10L, "a1b2c3d4e5f6a7b8", 4320L));
    upkeep.alertStates.put("cpu", List.of("9f8e7d6c5b4a3210", "current"));
    MetricConfig metric =
        TestMetrics.metric("cpu", List.of(detector("0000000000000001")), List.of(alert("current")));
    assertEquals(
        ExitCodes.OK, clean(false, metric, TestMetrics.metric("idle", List.of(), List.of())));
    assertEquals(
        """
        Found 2 metric(s) to inspect

          ┌─ cpu
          │   detector a1b2c3d4e5f6a7b8: would delete 4,320 detection row(s)
          └─ alert_config 9f8e7d6c5b4a3210: would delete stale alert state
          • idle: nothing stale

        Done. Would remove 1 detector group(s) and 1 alert-state row(s).
        Re-run with --execute to apply.
        """,
        captured.out());
    assertEquals(List.of(), upkeep.deleted);
  }

  @Test
  void executeDeletesExactlyTheStaleRows() {
    upkeep.detections.put("cpu", Map.of("keep", 1L, "stale", 2L));
    upkeep.alertStates.put("cpu", List.of("keep", "stale"));
    MetricConfig metric =
        TestMetrics.metric("cpu", List.of(detector("keep")), List.of(alert("keep")));
    assertEquals(ExitCodes.OK, clean(true, metric));
    assertEquals(List.of("cpu detections stale", "cpu alerts stale"), upkeep.deleted);
    assertTrue(captured.out().contains("Removed 1 detector group(s) and 1 alert-state row(s)."));
  }

  @Test
  void aMetricWithoutDetectorsWarnsBeforeItLosesEverything() {
    upkeep.detections.put("cpu", Map.of("old", 1L));
    upkeep.alertStates.put("cpu", List.of("old"));
    clean(false, TestMetrics.metric("cpu", List.of(), List.of()));
    assertTrue(captured.out().contains("  │   ⚠ no detectors are configured: ALL detections"));
    assertTrue(captured.out().contains("  │   ⚠ no alerting is configured: ALL alert states"));
  }

  @Test
  void oneMetricsFailureIsReportedAndTheOthersAreCleaned() {
    upkeep.detections.put("good", Map.of("old", 1L));
    upkeep.broken = "bad";
    int exitCode =
        clean(
            true,
            TestMetrics.metric("bad", List.of(), List.of()),
            TestMetrics.metric("wrong", List.of(unresolvable()), List.of()),
            TestMetrics.metric("good", List.of(), List.of()));
    assertEquals(ExitCodes.FAILED, exitCode);
    assertEquals("  ✗ bad: connection lost\n  ✗ wrong: threshold\n", captured.err());
    assertEquals(List.of("good detections old"), upkeep.deleted);
  }

  private int clean(boolean execute, MetricConfig... metrics) {
    return new DriftCleanup(upkeep, captured.console(), execute).run(List.of(metrics));
  }

  private static AlertConfig alert(String id) {
    return new AlertConfig(id, false, Optional.empty(), List.of(), 1, "same", 3, false);
  }

  private static DetectorConfig detector(String id) {
    return new FixedDetector(
        () -> new DetectorConfig.Resolved(null, id, "MADDetector", "{}", List.of()));
  }

  private static DetectorConfig unresolvable() {
    return new FixedDetector(
        () -> {
          throw new DtkException(ErrorCode.CONFIG, "threshold");
        });
  }

  private record FixedDetector(java.util.function.Supplier<Resolved> result)
      implements DetectorConfig {

    @Override
    public String type() {
      return "mad";
    }

    @Override
    public Optional<Long> startTime() {
      return Optional.empty();
    }

    @Override
    public int batchSize() {
      return 1000;
    }

    @Override
    public Resolved resolve() {
      return result.get();
    }
  }
}
