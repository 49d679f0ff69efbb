package io.dtkspark.notify;

import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.Direction;
import io.dtkspark.alert.DirectionPolicy;
import io.dtkspark.alert.Streak;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.ProjectConfig;
import java.util.List;
import java.util.Optional;

/** The invented anomaly of {@code dtk test-alert}, with detectkit's values. */
public final class SampleNotice {

  private static final double VALUE = 0.8532;
  private static final double LOWER = 0.4521;
  private static final double UPPER = 0.6234;
  private static final double SEVERITY = 4.52;
  private static final String DETECTOR = "MADDetector:threshold=3.0";
  private static final String PARAMETERS = "{\"threshold\": 3.0, \"window_size\": 8640}";

  private SampleNotice() {}

  /** An anomaly that just meets the block's rule at {@code nowMillis}. */
  public static Notice of(
      ProjectConfig project, MetricConfig metric, AlertConfig block, long nowMillis) {
    AlertRule rule =
        AlertRule.builder(metric.interval().millis())
            .quorum(block.minDetectors(), DirectionPolicy.of(block.direction()))
            .consecutive(block.consecutiveAnomalies())
            .build();
    Evidence evidence =
        new Evidence(
            nowMillis,
            VALUE,
            LOWER,
            UPPER,
            DETECTOR,
            PARAMETERS,
            direction(rule).text(),
            SEVERITY,
            rule.minDetectors());
    long onset = nowMillis - (rule.consecutive() - 1) * rule.intervalMillis();
    return new Notice(
        NoticeKind.ANOMALY,
        subject(project, metric, block),
        evidence,
        Optional.of(rule),
        new Streak(rule.consecutive(), onset, false),
        false,
        metric.interval().seconds(),
        0,
        Optional.empty());
  }

  /** Under {@code any}, several detectors need not agree; showing that is the point. */
  private static Direction direction(AlertRule rule) {
    return switch (rule.policy()) {
      case DOWN -> Direction.DOWN;
      case ANY -> rule.minDetectors() > 1 ? Direction.MIXED : Direction.UP;
      default -> Direction.UP;
    };
  }

  private static Subject subject(ProjectConfig project, MetricConfig metric, AlertConfig block) {
    Subject real = Subject.of(project, metric, block);
    return new Subject(
        real.metric(),
        real.project(),
        Optional.empty(),
        real.timezone().or(() -> Optional.of("UTC")),
        List.of(),
        real.message(),
        real.helpUrl());
  }
}
