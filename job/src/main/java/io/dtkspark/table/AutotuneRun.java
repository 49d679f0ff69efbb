package io.dtkspark.table;

import java.util.Optional;

/**
 * One search for a detector, as stored.
 *
 * @param trainingStart oldest point, epoch milliseconds
 * @param trainingEnd newest point, epoch milliseconds
 * @param mode supervised, unsupervised, or unknown for a failure
 * @param score NaN is stored as NULL
 * @param configPath relative to the project's root
 * @param error of a failure
 */
public record AutotuneRun(
    String metric,
    String runId,
    Optional<Long> trainingStart,
    Optional<Long> trainingEnd,
    long intervalSeconds,
    String labelsJson,
    String mode,
    String scoringMetric,
    Optional<Double> score,
    String seasonalityJson,
    Optional<String> detectorType,
    String detectorParamsJson,
    Optional<String> winningDetectorId,
    String candidateIdsJson,
    String decisionLogJson,
    Optional<String> configPath,
    String configText,
    Optional<String> error) {

  /** A search that failed: it replaces the metric's row of the failure before. */
  public static AutotuneRun failed(
      String metric, long intervalSeconds, String scoringMetric, String error) {
    return new AutotuneRun(
        metric,
        AutotuneRunsTable.FAILED,
        Optional.empty(),
        Optional.empty(),
        intervalSeconds,
        "{}",
        "unknown",
        scoringMetric,
        Optional.empty(),
        "null",
        Optional.empty(),
        "{}",
        Optional.empty(),
        "[]",
        "[]",
        Optional.empty(),
        "",
        Optional.of(error));
  }
}
