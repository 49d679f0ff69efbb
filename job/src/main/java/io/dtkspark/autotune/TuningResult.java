package io.dtkspark.autotune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search chose.
 *
 * @param seasonality the grouping: column names and lists of them; empty = none was chosen
 * @param detectorType as in YAML files: mad, zscore, iqr or autoreg
 * @param params parameters as they are emitted, in order: without those that are null
 * @param detectorId id of the chosen detector
 * @param score of the chosen detector over all folds
 * @param foldScores per fold, in time order
 * @param alertRule only with labels
 * @param candidateIds ids of all detectors looked at, in order
 * @param decisions how it came to this
 */
public record TuningResult(
    Optional<List<Object>> seasonality,
    String detectorType,
    Map<String, Object> params,
    String detectorId,
    double score,
    List<Double> foldScores,
    Optional<AlertRule> alertRule,
    List<String> candidateIds,
    List<Decision> decisions) {

  public TuningResult {
    seasonality = seasonality.map(List::copyOf);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    foldScores = List.copyOf(foldScores);
    candidateIds = List.copyOf(candidateIds);
    decisions = List.copyOf(decisions);
  }

  /** When an alert is due: so many anomalies in a row, or a share of a window. */
  public record AlertRule(int consecutiveAnomalies, Optional<Share> share) {}

  /**
   * A share of the newest points.
   *
   * @param windowPoints points of the window, at least 2
   * @param minShare above 0, up to 1
   */
  public record Share(int windowPoints, double minShare) {}
}
