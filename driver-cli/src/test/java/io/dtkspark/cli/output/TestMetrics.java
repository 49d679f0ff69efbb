package io.dtkspark.cli.output;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.Interval;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.config.ProjectConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configurations for tests that read no files. */
public final class TestMetrics {

  private static final Path ROOT = Path.of("/project");

  private TestMetrics() {}

  static ProjectConfig project() {
    return new ProjectConfig(ROOT, "demo", "_dtk_metrics", Optional.empty(), Optional.empty());
  }

  static MetricConfig metric(String name) {
    return metric(name, List.of(), List.of());
  }

  public static MetricConfig metric(
      String name, List<DetectorConfig> detectors, List<AlertConfig> alerting) {
    return MetricConfig.builder(name, new Interval(600, "10min"))
        .file(ROOT.resolve("metrics").resolve(name + ".yml"))
        .detectors(detectors)
        .alerting(alerting)
        .build();
  }

  static Profile duckDb(String name) {
    return new Profile(
        name,
        "duckdb",
        null,
        0,
        null,
        null,
        null,
        "/project/x.duckdb",
        false,
        "detectkit",
        "main",
        Map.of());
  }
}
