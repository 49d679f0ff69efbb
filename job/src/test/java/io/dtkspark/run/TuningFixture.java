package io.dtkspark.run;

import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.label.LabelSource;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.DetectorIdentity;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Project;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A metric with points, and a search that always chooses a given threshold. */
abstract class TuningFixture {

  static final int POINTS = 200;
  static final String METRIC =
      """
      interval: 1h
      loading_start_time: "2024-01-01 00:00:00"
      seasonality_columns: [hour, is_weekend]
      query: >
        SELECT t AS timestamp, hash(t) % 100 AS value
        FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-09 08:00:00', INTERVAL 1 HOUR) r(t)
        WHERE t >= '{{ dtk_start_time }}' AND t < '{{ dtk_end_time }}'
      """;

  @TempDir Path root;
  TestProject project;
  final List<TuningInput> seen = Collections.synchronizedList(new ArrayList<>());
  double threshold = 2.5;

  @BeforeEach
  void loadPoints() {
    project = TestProject.create(root).metric("cpu", METRIC);
    long end = Instant.parse("2024-01-09T08:00:00Z").toEpochMilli();
    project.run("local[1]", 1000, TestProject.Range.until(end));
  }

  final TuningRequest request() {
    return request(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** A request for several metrics. */
  final TuningRequest request(List<String> metrics) {
    TuningRequest one = request();
    List<MetricConfig> all = new ArrayList<>();
    for (String name : metrics) {
      all.addAll(one.project().select(name));
    }
    return new TuningRequest(
        one.project(),
        all,
        one.state(),
        one.from(),
        one.to(),
        one.incidents(),
        one.overrides(),
        one.force(),
        one.dryRun());
  }

  final TuningRequest request(
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

  final TuningOutcome tune(TuningRequest request) {
    return tune(request, new RecordingTuning());
  }

  final TuningOutcome tune(TuningRequest request, TuningListener listener) {
    return new Tuning(this::fixedChoice, labels(request), listener).run(request).get(0);
  }

  static LabelSource labels(TuningRequest request) {
    Project project = request.project();
    return new LabelSource(project.config().root(), project.labels(), Optional.empty());
  }

  final TuningResult fixedChoice(TuningInput input, DecisionLog log) {
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

  static TuningResult result(Map<String, Object> params, String id, DecisionLog log) {
    return new TuningResult(
        List.of(), "mad", params, id, 0.75, List.of(0.5, 1.0), null, List.of(id), log.decisions());
  }

  final long count(String table, String condition) throws SQLException {
    return project.count(
        "SELECT count(*) FROM detectkit." + table + " WHERE metric_name = 'cpu' AND " + condition);
  }

  final List<String> metricFiles() {
    String[] names = root.resolve("metrics").toFile().list();
    return List.of(names);
  }
}
