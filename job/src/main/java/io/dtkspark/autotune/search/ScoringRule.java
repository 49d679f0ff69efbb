package io.dtkspark.autotune.search;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.ScoringMetric;
import java.io.Serializable;

/**
 * How candidates are compared.
 *
 * @param metric with labels
 * @param beta of {@link ScoringMetric#F_BETA}
 * @param stabilityLambda weight of the penalty for weak folds, 0 or more
 */
record ScoringRule(ScoringMetric metric, double beta, double stabilityLambda)
    implements Serializable {

  static ScoringRule of(AutotuneSettings settings) {
    return new ScoringRule(settings.scoring(), settings.beta(), settings.stabilityLambda());
  }
}
