package io.dtkspark.run;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.output.TunedConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.report.MetricOutcome.Status;
import java.util.Optional;

/**
 * How the tuning of one metric ended.
 *
 * @param reason why it was left out, or what failed
 * @param tuned of a success
 * @param cause the failure itself, for those who look for where it happened
 */
public record TuningOutcome(
    String metric,
    Status status,
    Optional<String> reason,
    Optional<Tuned> tuned,
    Optional<Throwable> cause) {

  /**
   * What came out.
   *
   * @param stored whether it was kept; a dry run keeps nothing
   * @param superseded earlier winners whose detections were deleted
   * @param searchSeconds from the first candidate to the answer
   */
  public record Tuned(
      TuningInput input,
      TuningResult result,
      TunedConfig config,
      boolean stored,
      int superseded,
      double searchSeconds) {}

  static TuningOutcome skipped(String metric, String reason) {
    return new TuningOutcome(
        metric, Status.SKIPPED, Optional.of(reason), Optional.empty(), Optional.empty());
  }

  static TuningOutcome failed(String metric, DtkException cause) {
    return new TuningOutcome(
        metric,
        Status.FAILED,
        Optional.of(cause.getMessage()),
        Optional.empty(),
        Optional.of(cause));
  }

  static TuningOutcome tuned(Tuned tuned) {
    return new TuningOutcome(
        tuned.input().metric(),
        Status.SUCCESS,
        Optional.empty(),
        Optional.of(tuned),
        Optional.empty());
  }
}
