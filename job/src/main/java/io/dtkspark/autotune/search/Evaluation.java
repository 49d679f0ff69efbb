package io.dtkspark.autotune.search;

import java.io.Serializable;

/**
 * What came of a candidate.
 *
 * @param scores null when it failed
 * @param failure why it could not be scored; null when it was
 */
public record Evaluation(Candidate candidate, FoldScores scores, String failure)
    implements Serializable {

  static Evaluation scored(Candidate candidate, FoldScores scores) {
    return new Evaluation(candidate, scores, null);
  }

  static Evaluation failed(Candidate candidate, String failure) {
    return new Evaluation(candidate, null, failure);
  }

  public boolean isScored() {
    return scores != null;
  }

  public double score() {
    return scores.score();
  }
}
