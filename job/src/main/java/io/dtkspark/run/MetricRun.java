package io.dtkspark.run;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One metric on its way through the steps. */
final class MetricRun {

  private final MetricConfig config;
  private final List<Step> completed = new ArrayList<>();
  private long datapoints;
  private long anomalies;
  private long alerts;
  private DtkException failure;
  private boolean locked;
  private boolean reported;

  MetricRun(MetricConfig config) {
    this.config = config;
  }

  MetricConfig config() {
    return config;
  }

  String name() {
    return config.name();
  }

  boolean alive() {
    return failure == null;
  }

  void fail(DtkException cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  Optional<DtkException> failure() {
    return Optional.ofNullable(failure);
  }

  void locked(boolean held) {
    locked = held;
  }

  boolean locked() {
    return locked;
  }

  void loaded(long rows) {
    datapoints = rows;
    completed.add(Step.LOAD);
  }

  void detected(long found) {
    anomalies = found;
    completed.add(Step.DETECT);
  }

  void alerted(long sent) {
    alerts = sent;
    completed.add(Step.ALERT);
  }

  /** True the first time it is asked. */
  boolean report() {
    boolean first = !reported;
    reported = true;
    return first;
  }

  Optional<String> error() {
    return failure().map(e -> e.code() + ": " + e.getMessage());
  }

  MetricOutcome outcome() {
    MetricOutcome.Status status =
        alive() ? MetricOutcome.Status.SUCCESS : MetricOutcome.Status.FAILED;
    return new MetricOutcome(
        name(),
        status,
        List.copyOf(completed),
        datapoints,
        anomalies,
        alerts,
        error(),
        Optional.ofNullable(failure));
  }

  static MetricOutcome skipped(MetricConfig config) {
    return new MetricOutcome(
        config.name(), MetricOutcome.Status.SKIPPED, List.of(), 0, 0, 0, Optional.empty());
  }
}
