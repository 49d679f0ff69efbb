package io.dtkspark.autotune.search;

import io.dtkspark.autotune.search.SearchSettings.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Scores verdicts fold by fold. Not thread-safe. */
final class CrossValidation {

  private final List<Fold> folds;
  private final Objective objective;
  private final double lambda;

  CrossValidation(List<Fold> folds, GroundTruth truth, Scoring scoring) {
    this.folds = folds;
    this.lambda = scoring.stabilityLambda();
    this.objective =
        truth.isSupervised()
            ? new LabelledObjective(truth.incident(), scoring.metric(), scoring.beta())
            : new UnlabelledObjective(scoring.flagBudget());
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
