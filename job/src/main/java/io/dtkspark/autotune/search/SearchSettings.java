package io.dtkspark.autotune.search;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search may try and what it is after.
 *
 * @param folds ranges to score, at least 1
 * @param detectorTypes types to try; empty = all
 * @param seasonalityCandidates columns to try; empty = all
 * @param forceSeasonality components taken as they are, each a column name or a list of them; empty
 *     = search for them
 * @param fixedParams parameters of every candidate that the search itself does not set, with values
 *     as YAML has them; {@code window_size} pins the window too
 */
public record SearchSettings(
    Scoring scoring,
    int folds,
    List<String> detectorTypes,
    List<String> seasonalityCandidates,
    List<Object> forceSeasonality,
    Map<String, Object> fixedParams) {

  /** What detectkit 0.67.2 searches with when nothing is configured. */
  public static final SearchSettings DEFAULT =
      new SearchSettings(Scoring.DEFAULT, 5, List.of(), List.of(), List.of(), Map.of());

  /** Gain below which a more complicated candidate is not worth it. */
  static final double MIN_IMPROVEMENT = 1e-3;

  /** Scores this close count as equal when windows are compared. */
  static final double WINDOW_TIE_MARGIN = 0.01;

  /** Candidates after which no further type is begun. */
  static final int MAX_CANDIDATES = 200;

  public SearchSettings {
    detectorTypes = List.copyOf(detectorTypes);
    seasonalityCandidates = List.copyOf(seasonalityCandidates);
    forceSeasonality = List.copyOf(forceSeasonality);
    fixedParams = Collections.unmodifiableMap(new LinkedHashMap<>(fixedParams));
  }

  /**
   * How candidates are compared.
   *
   * @param metric for searches with labels
   * @param beta of {@link ScoringMetric#F_BETA}
   * @param flagBudget share of rows that may be flagged, for searches without labels; above 0
   * @param stabilityLambda weight of the penalty for weak folds, 0 or more
   */
  public record Scoring(
      ScoringMetric metric, double beta, double flagBudget, double stabilityLambda)
      implements Serializable {

    public static final Scoring DEFAULT = new Scoring(ScoringMetric.MCC, 1.0, 0.01, 0.5);
  }
}
