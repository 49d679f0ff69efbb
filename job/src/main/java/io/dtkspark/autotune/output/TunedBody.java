package io.dtkspark.autotune.output;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.TuningResult.AlertRule;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.MetricKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of a tuned metric in detectkit's order. */
final class TunedBody {

  private final Map<String, Object> original;
  private final TuningInput input;
  private final TuningResult result;

  TunedBody(MetricKeys keys, TuningInput input, TuningResult result) {
    this.original = keys.values();
    this.input = input;
    this.result = result;
  }

  Map<String, Object> write(String name) {
    String start = Moments.text(input.firstMillis());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    List.of("description", "tags", "profile", "query", "query_file", "query_columns", "interval")
        .forEach(key -> copy(key, body));
    body.put("loading_start_time", start);
    body.put(
        "loading_batch_size",
        original.getOrDefault(
            "loading_batch_size", (long) MetricConfig.DEFAULT_LOADING_BATCH_SIZE));
    List<String> columns = seasonalityColumns();
    if (!columns.isEmpty()) {
      body.put("seasonality_columns", columns);
    }
    body.put("detectors", List.of(detector(start)));
    if (original.get("alerting") instanceof Map<?, ?> block) {
      body.put("alerting", List.of(alerting(block)));
    }
    body.put("enabled", true);
    return body;
  }

  private void copy(String key, Map<String, Object> body) {
    if (original.containsKey(key)) {
      body.put(key, original.get(key));
    }
  }

  /**
   * Where the query brings its own seasonality the built-in columns say nothing about the choice,
   * which may name others; it is in the detector's parameters either way.
   */
  private List<String> seasonalityColumns() {
    List<String> chosen = new ArrayList<>();
    if (!queryBringsSeasonality()) {
      chosen.addAll(chosenColumns());
    }
    if (chosen.isEmpty() && original.get("seasonality_columns") instanceof List<?> configured) {
      configured.forEach(column -> chosen.add((String) column));
    }
    return chosen;
  }

  private boolean queryBringsSeasonality() {
    return original.get("query_columns") instanceof Map<?, ?> columns
        && columns.get("seasonality") instanceof List<?> names
        && !names.isEmpty();
  }

  private Set<String> chosenColumns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Object component : result.seasonality().orElse(List.of())) {
      List<?> names = component instanceof List<?> group ? group : List.of(component);
      names.forEach(name -> columns.add((String) name));
    }
    return columns;
  }

  /**
   * With a start, so that its first run looks at all that was loaded. Autoreg clamps unless told
   * not to, so there a key that is missing would be another detector; detectkit leaves it out.
   */
  private Map<String, Object> detector(String start) {
    Map<String, Object> params = new LinkedHashMap<>(result.params());
    if (result.detectorType().equals("autoreg")) {
      params.putIfAbsent("stabilization", null);
    }
    params.putIfAbsent("start_time", start);
    Map<String, Object> detector = new LinkedHashMap<>();
    detector.put("type", result.detectorType());
    detector.put("params", params);
    return detector;
  }

  private Map<String, Object> alerting(Map<?, ?> block) {
    Map<String, Object> alerting = new LinkedHashMap<>();
    block.forEach((key, value) -> alerting.put((String) key, value));
    result.alertRule().ifPresent(rule -> put(rule, alerting));
    // There is but one detector now.
    alerting.put("min_detectors", 1L);
    return alerting;
  }

  private void put(AlertRule rule, Map<String, Object> alerting) {
    alerting.put("consecutive_anomalies", (long) rule.consecutiveAnomalies());
    rule.share()
        .ifPresent(
            share -> {
              // Seconds are exact: the window comes back as the same number of points.
              alerting.put("anomaly_window", share.windowPoints() * input.intervalSeconds() + "s");
              alerting.put("min_anomaly_share", share.minShare());
            });
  }
}
