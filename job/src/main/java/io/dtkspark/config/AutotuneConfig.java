package io.dtkspark.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code autotune} block of a metric: what narrows the search for its detector.
 *
 * @param enabled whether the metric may be tuned
 * @param detectorTypes types to try; empty = all
 * @param scoringMetric what to optimize against labels; empty = the default
 * @param beta weight of recall for {@code f_beta}
 * @param labelsFile path as written, relative to the project's root
 * @param incidents labels written inline, already in UTC
 * @param seasonalityCandidates columns the search may use; empty = all the metric has
 * @param forceSeasonality the grouping to use instead of a search: column names and lists of them;
 *     empty = search
 * @param fixedParams detector parameters that are not searched, as written
 * @param stabilityLambda weight of how far folds fall below their mean
 * @param maxHistory newest points to train on; empty = the default
 */
public record AutotuneConfig(
    boolean enabled,
    List<String> detectorTypes,
    Optional<String> scoringMetric,
    double beta,
    Optional<String> labelsFile,
    IncidentLabels incidents,
    List<String> seasonalityCandidates,
    List<Object> forceSeasonality,
    Map<String, Object> fixedParams,
    int folds,
    double stabilityLambda,
    Optional<Integer> maxHistory) {

  /** What a metric without the block has. */
  public static final AutotuneConfig DEFAULT =
      new AutotuneConfig(
          true,
          List.of(),
          Optional.empty(),
          1.0,
          Optional.empty(),
          IncidentLabels.NONE,
          List.of(),
          List.of(),
          Map.of(),
          5,
          0.5,
          Optional.empty());

  public AutotuneConfig {
    detectorTypes = List.copyOf(detectorTypes);
    seasonalityCandidates = List.copyOf(seasonalityCandidates);
    forceSeasonality = List.copyOf(forceSeasonality);
    // Not Map.copyOf: a fixed parameter may be null, and the order is that of the file.
    fixedParams = Collections.unmodifiableMap(new LinkedHashMap<>(fixedParams));
  }
}
