package io.dtkspark.autotune;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search chose.
 *
 * @param components the grouping: column names and lists of them; empty = none was chosen
 * @param detectorType as in YAML files: mad, zscore, iqr or autoreg
 * @param params parameters as they are emitted, in order: without those that are null
 * @param detectorId id of the chosen detector
 * @param score of the chosen detector over all folds
 * @param foldScores per fold, in time order
 * @param rule when to alert; null without labels
 * @param candidateIds ids of all detectors looked at, in order
 * @param decisions how it came to this
 */
public record TuningResult(
    List<Object> components,
    String detectorType,
    Map<String, Object> params,
    String detectorId,
    double score,
    List<Double> foldScores,
    AlertRule rule,
    List<String> candidateIds,
    List<Decision> decisions)
    implements Serializable {

  public TuningResult {
    components = List.copyOf(components);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    foldScores = List.copyOf(foldScores);
    candidateIds = List.copyOf(candidateIds);
    decisions = List.copyOf(decisions);
  }

  /** The grouping, if one was chosen. */
  public Optional<List<Object>> seasonality() {
    return components.isEmpty() ? Optional.empty() : Optional.of(components);
  }

  /** When to alert, if there were labels to learn it from. */
  public Optional<AlertRule> alertRule() {
    return Optional.ofNullable(rule);
  }

  /**
   * When an alert is due: so many anomalies in a row, or a share of a window.
   *
   * @param orShare null = only so many in a row
   */
  public record AlertRule(int consecutiveAnomalies, Share orShare) implements Serializable {

    public Optional<Share> share() {
      return Optional.ofNullable(orShare);
    }
  }

  /**
   * A share of the newest points.
   *
   * @param windowPoints points of the window, at least 2
   * @param minShare above 0, up to 1
   */
  public record Share(int windowPoints, double minShare) implements Serializable {}
}
