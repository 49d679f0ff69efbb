package io.dtkspark.report;

import io.dtkspark.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * How one metric's run ended.
 *
 * @param stepsCompleted steps that ended without an error, in order
 * @param datapointsLoaded rows written by the load step; 0 when it failed
 * @param anomaliesDetected anomalies among the rows written; 0 when the detect step failed
 * @param error {@code CODE: text} of the failure
 * @param cause the failure itself, for those who look for where it happened
 */
public record MetricOutcome(
    String metric,
    Status status,
    List<Step> stepsCompleted,
    long datapointsLoaded,
    long anomaliesDetected,
    long alertsSent,
    Optional<String> error,
    Optional<Throwable> cause) {

  /** An outcome whose cause is of no interest. */
  public MetricOutcome(
      String metric,
      Status status,
      List<Step> stepsCompleted,
      long datapointsLoaded,
      long anomaliesDetected,
      long alertsSent,
      Optional<String> error) {
    this(
        metric,
        status,
        stepsCompleted,
        datapointsLoaded,
        anomaliesDetected,
        alertsSent,
        error,
        Optional.empty());
  }

  /** Outcome of a metric, spelled as in the JSON summary in lower case. */
  public enum Status {
    SUCCESS,
    FAILED,
    SKIPPED
  }
}
