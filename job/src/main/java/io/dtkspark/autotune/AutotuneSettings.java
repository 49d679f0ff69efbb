package io.dtkspark.autotune;

import io.dtkspark.config.AutotuneConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search keeps to: the command line wins over the metric's {@code autotune} block, which
 * wins over the defaults.
 *
 * @param beta weight of recall for {@link ScoringMetric#F_BETA}
 * @param detectorTypes types to try; empty = all
 * @param seasonalityCandidates columns the search may use; empty = all the metric has
 * @param forceSeasonality the grouping to use instead of a search; empty = search
 * @param fixedParams detector parameters that are not searched
 * @param stabilityLambda weight of how far folds fall below their mean
 * @param maxHistory newest points to train on
 * @param maxCandidates the search stops at this many detectors
 * @param budget the search stops after this time; empty = never. A search that is stopped by time
 *     may end elsewhere next time.
 */
public record AutotuneSettings(
    ScoringMetric scoring,
    double beta,
    List<String> detectorTypes,
    List<String> seasonalityCandidates,
    List<Object> forceSeasonality,
    Map<String, Object> fixedParams,
    int folds,
    double stabilityLambda,
    int maxHistory,
    Strategy strategy,
    int maxCandidates,
    Optional<Duration> budget) {

  /** How candidates are found. */
  public enum Strategy {
    /** One parameter after the other, as detectkit does. */
    COORDINATE,
    /** All combinations. */
    FULL
  }

  /** Longest history unless the metric says otherwise: the newest points tell most. */
  public static final int DEFAULT_MAX_HISTORY = 50_000;

  public static final int DEFAULT_MAX_CANDIDATES = 200;

  /**
   * What the command line may say.
   *
   * @param scoring name of a scoring metric
   */
  public record Overrides(
      Optional<String> scoring,
      Strategy strategy,
      Optional<Integer> maxCandidates,
      Optional<Duration> budget) {

    public static final Overrides NONE =
        new Overrides(Optional.empty(), Strategy.COORDINATE, Optional.empty(), Optional.empty());
  }

  /**
   * Puts the three together.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when there is no such scoring metric
   */
  public static AutotuneSettings of(Overrides overrides, AutotuneConfig block) {
    ScoringMetric scoring =
        overrides
            .scoring()
            // Python's `or`: an empty name counts as none.
            .filter(name -> !name.isEmpty())
            .or(block::scoringMetric)
            .map(ScoringMetric::of)
            .orElse(ScoringMetric.MCC);
    return new AutotuneSettings(
        scoring,
        block.beta(),
        block.detectorTypes(),
        block.seasonalityCandidates(),
        block.forceSeasonality(),
        block.fixedParams(),
        block.folds(),
        block.stabilityLambda(),
        block.maxHistory().orElse(DEFAULT_MAX_HISTORY),
        overrides.strategy(),
        overrides.maxCandidates().orElse(DEFAULT_MAX_CANDIDATES),
        overrides.budget());
  }
}
