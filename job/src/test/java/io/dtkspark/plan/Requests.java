package io.dtkspark.plan;

import io.dtkspark.config.Interval;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.ProjectConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests and metrics for planner tests: hourly, from 1 January 2024, seen on 1 March 2024. */
final class Requests {

  static final long HOUR = 3_600_000;
  static final long START = millis("2024-01-01T00:00:00Z");
  static final long NOW = millis("2024-03-01T10:17:00Z");

  private Requests() {}

  static RunRequest request(Optional<Long> from, Optional<Long> to, boolean fullRefresh) {
    ProjectConfig project =
        new ProjectConfig(Path.of(""), "test", "_dtk_metrics", Optional.empty(), Optional.empty());
    return new RunRequest(
        project,
        List.of(),
        null,
        Map.of(),
        EnumSet.allOf(Step.class),
        from,
        to,
        fullRefresh,
        false,
        NOW);
  }

  static MetricConfig.Builder hourly() {
    return MetricConfig.builder("m", new Interval(3600, "1h")).loadingStartTime(START);
  }

  static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
