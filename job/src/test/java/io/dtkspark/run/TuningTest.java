package io.dtkspark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.DetectorIdentity;
import io.dtkspark.config.Project;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.report.MetricOutcome.Status;
import io.dtkspark.run.TuningOutcome.Tuned;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything around a search, which here always chooses a given threshold. */
class TuningTest {

  private static final int POINTS = 200;
  private static final String METRIC =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      seasonality_columns: [hour, is_weekend]
      query: >
        SELECT t AS timestamp, hash(t) % 100 AS value
        FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-09 08:00:00', INTERVAL 1 HOUR) r(t)
        WHERE t >= '{{ dtk_start_time }}' AND t < '{{ dtk_end_time }}'
      """;

  @TempDir private Path root;
  private TestProject project;
  private final List<TuningInput> seen = new ArrayList<>();
  private double threshold = 2.5;

  @BeforeEach
  void loadPoints() {
    project = TestProject.create(root).metric("cpu", METRIC);
    long end = Instant.parse("2024-01-09T08:00:00Z").toEpochMilli();
    project.run("local[1]", 1000, TestProject.Range.until(end));
  }

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

  private TuningRequest request() {
    return request(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  private TuningRequest request(
      Optional<Long> from, Optional<Long> to, Optional<String> incidents, boolean dryRun) {
    Project opened = Project.open(root, Map.of(), ConfigWarnings.strict());
    return new TuningRequest(
        opened,
        opened.select("cpu"),
        opened.profiles().state(Optional.empty()),
        from,
        to,
        incidents,
        Overrides.NONE,
        false,
        dryRun);
  }

  private TuningOutcome tune(TuningRequest request) {
    return tune(request, new RecordingTuning());
  }

  private TuningOutcome tune(TuningRequest request, TuningListener listener) {
    return new Tuning(this::fixedChoice, labels(request), listener).run(request).get(0);
  }

  private static LabelSource labels(TuningRequest request) {
    Project project = request.project();
    return new LabelSource(project.config().root(), project.labels(), Optional.empty());
  }

  private TuningResult fixedChoice(TuningInput input, DecisionLog log) {
    seen.add(input);
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("threshold", threshold);
    params.put("window_size", 50L);
    params.put("min_samples", 10L);
    String text =
        "MADDetector@v3[('min_samples', 10), ('threshold', "
            + threshold
            + "), ('window_size', 50)]";
    log.add(Stage.GRID_SEARCH, "took the only one");
    return result(params, DetectorIdentity.hash("SHA-256", text), log);
  }

  private static TuningResult result(Map<String, Object> params, String id, DecisionLog log) {
    return new TuningResult(
        Optional.empty(),
        "mad",
        params,
        id,
        0.75,
        List.of(0.5, 1.0),
        Optional.empty(),
        List.of(id),
        log.decisions());
  }

  private long count(String table, String condition) throws SQLException {
    return project.count(
        "SELECT count(*) FROM detectkit." + table + " WHERE metric_name = 'cpu' AND " + condition);
  }

  private List<String> metricFiles() {
    String[] names = root.resolve("metrics").toFile().list();
    return List.of(names);
  }
}
