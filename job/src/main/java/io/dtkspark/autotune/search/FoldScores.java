package io.dtkspark.autotune.search;

import io.dtkspark.stats.PairwiseSum;
import java.io.Serializable;

/**
 * Scores of a candidate fold by fold, and the one number it is compared by.
 *
 * @param perFold of the folds that could be scored; empty gives a score of 0
 * @param score mean less the penalty
 * @param penalty for folds below the mean
 */
public record FoldScores(double[] perFold, double score, double penalty) implements Serializable {

  /**
   * The penalty is {@code lambda} times the root mean square of what folds fall short of the mean:
   * doing better on some folds costs nothing.
   */
  static FoldScores of(double[] perFold, double lambda) {
    int folds = perFold.length;
    if (folds == 0) {
      return new FoldScores(perFold, 0, 0);
    }
    double mean = PairwiseSum.sum(perFold, 0, folds) / folds;
    double[] squares = new double[folds];
    for (int k = 0; k < folds; k++) {
      double deficit = perFold[k] - mean;
      // As numpy.minimum, a NaN stays.
      squares[k] = deficit > 0 ? 0 : deficit * deficit;
    }
    double penalty = lambda * Math.sqrt(PairwiseSum.sum(squares, 0, folds) / folds);
    return new FoldScores(perFold, mean - penalty, penalty);
  }
}
