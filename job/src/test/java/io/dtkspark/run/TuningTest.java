package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.run.TuningOutcome.Tuned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Everything around a search. */
class TuningTest extends TuningFixture {

  @Test
  void tunedCopyRunsAndFindsWhatWasStoredForTheWinner() throws SQLException {
    Tuned tuned = tune(request()).tuned().orElseThrow();
    assertTrue(tuned.stored());
    assertEquals(POINTS, tuned.input().series().size());
    assertEquals(
        POINTS, count("_dtk_detections", "detector_id = '" + tuned.result().detectorId() + "'"));
    assertEquals(
        1,
        count(
            "_dtk_autotune_runs",
            "run_id = '"
                + tuned.config().runId()
                + "' AND mode = 'unsupervised'"
                + " AND status = 'success' AND generated_config_path = 'metrics/cpu__tuned_"
                + tuned.config().runId()
                + ".yml'"));
    long end = Instant.parse("2024-01-09T08:00:00Z").toEpochMilli();
    project.run("local[1]", 1000, TestProject.Range.until(end));
    String columns =
        "timestamp, is_anomaly, confidence_lower, confidence_upper, value, processed_value,"
            + " detector_params, detection_metadata";
    String rows = "SELECT " + columns + " FROM detectkit._dtk_detections WHERE metric_name = ";
    assertEquals(
        POINTS,
        project.count(
            "SELECT count(*) FROM ("
                + rows
                + "'cpu' INTERSECT ALL "
                + rows
                + "'"
                + tuned.config().name()
                + "')"));
  }

  @Test
  void seasonalityIsReadWithItsValues() {
    tune(request());
    var hour = seen.get(0).seasonality().column("hour").orElseThrow();
    assertEquals(List.of("0", "1", "2"), hour.labels().subList(0, 3));
    assertEquals(POINTS, hour.codes().length);
    var weekend = seen.get(0).seasonality().column("is_weekend").orElseThrow();
    assertEquals(List.of("False", "True"), weekend.labels());
    assertEquals(0, weekend.codes()[0]);
  }

  @Test
  void rangeAndHistoryBoundWhatIsTrainedOn() throws SQLException {
    project.metric("cpu", METRIC + "autotune: {max_history: 50}\n");
    long from = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();
    long to = Instant.parse("2024-01-05T00:00:00Z").toEpochMilli();
    TuningRequest request = request(Optional.of(from), Optional.of(to), Optional.empty(), false);
    Tuned tuned = tune(request).tuned().orElseThrow();
    assertEquals(50, tuned.input().series().size());
    assertEquals(to - 50 * 3_600_000L, tuned.input().firstMillis());
    // Points before those trained on are no history either: the first ones have too few samples.
    String early = "detection_metadata LIKE '%insufficient_data%'";
    assertEquals(10, count("_dtk_detections", early));
    assertEquals(50, count("_dtk_detections", "true"));
  }

  @Test
  void dryRunStoresNothingButTheLock() throws SQLException {
    TuningRequest request = request(Optional.empty(), Optional.empty(), Optional.empty(), true);
    assertFalse(tune(request).tuned().orElseThrow().stored());
    assertEquals(0, count("_dtk_detections", "true"));
    assertEquals(0, count("_dtk_autotune_runs", "true"));
    assertEquals(1, count("_dtk_tasks", "status = 'completed'"));
    assertEquals(List.of("cpu.yml"), metricFiles());
  }

  @Test
  void supersededWinnersGoAndOtherDetectorsStay() throws SQLException {
    project.sql(
        "INSERT INTO detectkit._dtk_detections SELECT 'cpu', 'mine', 'X', timestamp, false, NULL,"
            + " NULL, NULL, NULL, '{}', '{}', now() FROM detectkit._dtk_datapoints");
    String first = tune(request()).tuned().orElseThrow().result().detectorId();
    threshold = 3.5;
    Tuned second = tune(request()).tuned().orElseThrow();
    assertEquals(1, second.superseded());
    assertEquals(0, count("_dtk_detections", "detector_id = '" + first + "'"));
    assertEquals(POINTS, count("_dtk_detections", "detector_id = 'mine'"));
    assertEquals(2, count("_dtk_autotune_runs", "true"));
    assertEquals(0, tune(request()).tuned().orElseThrow().superseded());
    assertEquals(2, count("_dtk_autotune_runs", "true"));
  }

  @Test
  void labelsMakeTheSearchSupervisedAndThoseOutsideAreNamed() throws Exception {
    Files.createDirectories(root.resolve("incidents/cpu"));
    Files.writeString(
        root.resolve("incidents/cpu/a.yml"),
        "[{at: '2024-01-02'}, {start: '2023-01-01', end: '2023-01-02'}]",
        StandardCharsets.UTF_8);
    RecordingTuning listener = new RecordingTuning();
    Tuned tuned = tune(request(), listener).tuned().orElseThrow();
    assertTrue(tuned.input().labels().supervised());
    assertEquals(
        List.of(
            "started cpu",
            "warning incidents/cpu/a.yml:1: [1] meets no point that is trained on",
            "searching incidents/cpu/a.yml",
            "decided GRID_SEARCH",
            "finished cpu SUCCESS",
            "all 1"),
        listener.heard);
    assertEquals(
        1,
        count(
            "_dtk_autotune_runs",
            "mode = 'supervised' AND labels_json = '{\"intervals\":[{\"end\":"
                + "\"2023-01-02T00:00:00\",\"start\":\"2023-01-01T00:00:00\"}],"
                + "\"points\":[{\"at\":\"2024-01-02T00:00:00\"}]}'"));
  }

  @Test
  void pointsThatTeachNothingAreSpokenOf() throws SQLException {
    project.sql("UPDATE detectkit._dtk_datapoints SET value = 5");
    RecordingTuning equal = new RecordingTuning();
    tune(request(), equal);
    assertTrue(equal.heard.contains("warning all values are equal: there is little to learn"));
    project.sql("UPDATE detectkit._dtk_datapoints SET value = NULL");
    RecordingTuning none = new RecordingTuning();
    tune(request(), none);
    assertTrue(
        none.heard.contains("warning none of the points has a value: there is nothing to learn"));
  }

  @Test
  void metricsAreSearchedSideBySideAndToldOneAfterTheOther() throws Exception {
    project.metric("mem", METRIC).metric("disk", METRIC);
    Files.writeString(root.resolve("metrics/idle.yml"), "name: idle\nenabled: false\n" + METRIC);
    long end = Instant.parse("2024-01-09T08:00:00Z").toEpochMilli();
    project.run("local[1]", 1000, TestProject.Range.until(end));
    CyclicBarrier bothAtWork = new CyclicBarrier(2);
    Search twoAtOnce =
        new Search() {
          @Override
          public int atOnce() {
            return 2;
          }

          @Override
          public TuningResult search(TuningInput input, DecisionLog log) {
            if (!input.metric().equals("mem")) {
              await(bothAtWork);
            }
            if (input.metric().equals("disk")) {
              throw new DtkException(ErrorCode.CONFIG, "no detector suits it");
            }
            return fixedChoice(input, log);
          }
        };
    RecordingTuning listener = new RecordingTuning();
    TuningRequest all = request(List.of("cpu", "disk", "mem", "idle"));
    List<TuningOutcome> outcomes = new Tuning(twoAtOnce, labels(all), listener).run(all);
    assertEquals(
        List.of("cpu SUCCESS", "disk FAILED", "mem SUCCESS", "idle SKIPPED"),
        outcomes.stream().map(o -> o.metric() + " " + o.status()).toList());
    for (String metric : List.of("cpu", "disk", "mem")) {
      int told = listener.heard.indexOf("started " + metric);
      assertTrue(listener.heard.get(told + 1).startsWith("searching"), listener.heard.toString());
    }
    assertEquals(4, listener.ended);
    assertEquals(
        3,
        project.count("SELECT count(*) FROM detectkit._dtk_tasks WHERE process_type = 'pipeline'"));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("searches do not run side by side", e);
    }
  }
}
