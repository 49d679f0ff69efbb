package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.Search;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tunings that end early: what is stored then, and what is not. */
class TuningFailureTest extends TuningFixture {

  @Test
  void wrongLabelsFailTheMetricAndLeaveARowThatSaysSo() throws SQLException {
    TuningRequest request =
        request(Optional.empty(), Optional.empty(), Optional.of("none.yml"), false);
    TuningOutcome outcome = tune(request);
    assertEquals(Status.FAILED, outcome.status());
    assertEquals(
        1,
        count(
            "_dtk_autotune_runs",
            "run_id = 'failed' AND error_message LIKE 'none.yml: there is no such%'"));
    assertEquals(
        1, count("_dtk_tasks", "status = 'failed' AND error_message LIKE 'CONFIG: none%'"));
    assertEquals(List.of("cpu.yml"), metricFiles());
  }

  @Test
  void metricsThatAreOffAreLeftOut() {
    project.metric("cpu", METRIC + "enabled: false\n");
    assertEquals(Status.SKIPPED, tune(request()).status());
    project.metric("cpu", METRIC + "autotune: {enabled: false}\n");
    assertEquals(Status.SKIPPED, tune(request()).status());
  }

  @Test
  void metricWithoutPointsFailsWithoutALockOrARow() throws SQLException {
    project.sql("DELETE FROM detectkit._dtk_datapoints");
    project.sql("DELETE FROM detectkit._dtk_tasks");
    TuningOutcome outcome = tune(request());
    assertTrue(outcome.reason().orElseThrow().startsWith("no datapoints to train on"));
    assertEquals(0, count("_dtk_tasks", "true"));
    assertEquals(0, count("_dtk_autotune_runs", "true"));
  }

  @Test
  void heldLockFailsUnlessForced() throws SQLException {
    try (StateStore store = StateStores.open(request().state())) {
      store.locks().acquire("cpu", true);
    }
    assertTrue(tune(request()).reason().orElseThrow().startsWith("locked by another run"));
    assertEquals(0, count("_dtk_autotune_runs", "true"));
    TuningRequest plain = request();
    TuningRequest forced =
        new TuningRequest(
            plain.project(),
            plain.metrics(),
            plain.state(),
            plain.from(),
            plain.to(),
            plain.incidents(),
            plain.overrides(),
            true,
            false);
    assertEquals(Status.SUCCESS, tune(forced).status());
  }

  @Test
  void searchThatFindsNothingReleasesTheLock() throws SQLException {
    Search hopeless =
        (input, log) -> {
          throw new DtkException(ErrorCode.CONFIG, "too few points");
        };
    TuningOutcome outcome =
        new Tuning(hopeless, labels(request()), new RecordingTuning()).run(request()).get(0);
    assertEquals(Optional.of("too few points"), outcome.reason());
    assertEquals(1, count("_dtk_tasks", "status = 'failed'"));
    assertEquals(1, count("_dtk_autotune_runs", "error_message = 'too few points'"));
  }

  @Test
  void winnerThatTheFileWouldNotRunIsRefused() throws SQLException {
    Search confused =
        (input, log) -> {
          Map<String, Object> params = Map.of("threshold", 2.5);
          return result(params, "0000000000000000", log);
        };
    TuningOutcome outcome =
        new Tuning(confused, labels(request()), new RecordingTuning()).run(request()).get(0);
    assertTrue(outcome.reason().orElseThrow().contains("instead of 0000000000000000"));
    assertEquals(0, count("_dtk_autotune_runs", "true"));
    assertEquals(List.of("cpu.yml"), metricFiles());
  }
}
