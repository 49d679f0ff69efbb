package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Scores verdicts fold by fold. Not thread-safe. */
final class CrossValidation {

  private final List<Fold> folds;
  private final Objective objective;
  private final double lambda;

  CrossValidation(Evidence evidence) {
    folds = evidence.folds();
    lambda = evidence.rule().stabilityLambda();
    objective =
        evidence.isSupervised()
            ? new LabelledObjective(evidence.incident(), evidence.rule())
            : new UnlabelledObjective();
  }

  FoldScores score(Verdicts verdicts) {
    List<Double> scores = new ArrayList<>(folds.size());
    for (Fold fold : folds) {
      OptionalDouble score = objective.score(verdicts, fold.from(), fold.to());
      score.ifPresent(scores::add);
    }
    return FoldScores.of(scores.stream().mapToDouble(Double::doubleValue).toArray(), lambda);
  }
}
