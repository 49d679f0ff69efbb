package io.dtkspark.autotune.search;

import io.dtkspark.autotune.ScoringMetric;
import java.util.OptionalDouble;

/** Agreement with known incidents. Rows that could not be scored do not count. */
final class LabelledObjective implements Objective {

  private final boolean[] incident;
  private final ScoringMetric metric;
  private final double beta;
  private final RankedRows ranked = new RankedRows();

  LabelledObjective(boolean[] incident, ScoringRule rule) {
    this.incident = incident;
    this.metric = rule.metric();
    this.beta = rule.beta();
  }

  /** Folds without an incident are left to those that have one. */
  @Override
  public OptionalDouble score(Verdicts verdicts, int from, int to) {
    if (!verdicts.anyValid(from, to) || !confusion(verdicts, from, to).hasIncident()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value(verdicts, from, to));
  }

  /** The score of any range, with or without incidents. */
  double value(Verdicts verdicts, int from, int to) {
    Confusion confusion = confusion(verdicts, from, to);
    return switch (metric) {
      case MCC -> confusion.matthews();
      case F1, EVENT_F1 -> confusion.fMeasure(1.0);
      case F_BETA -> confusion.fMeasure(beta);
      case BALANCED_ACCURACY -> confusion.balancedAccuracy();
      case ROC_AUC -> ranked(verdicts, from, to).rocArea();
      case PR_AUC -> ranked(verdicts, from, to).averagePrecision();
    };
  }

  private Confusion confusion(Verdicts verdicts, int from, int to) {
    return metric == ScoringMetric.EVENT_F1
        ? Confusion.ofEvents(incident, verdicts, from, to)
        : Confusion.ofRows(incident, verdicts, from, to);
  }

  private RankedRows ranked(Verdicts verdicts, int from, int to) {
    ranked.rank(incident, verdicts, from, to);
    return ranked;
  }
}
