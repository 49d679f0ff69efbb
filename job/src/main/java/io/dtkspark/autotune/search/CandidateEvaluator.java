package io.dtkspark.autotune.search;

import java.util.List;

/**
 * Scores candidates, here or elsewhere. Candidates of one call do not depend on each other: they
 * may be scored in any order, in any grouping and at the same time, and every way gives the same
 * scores.
 */
public interface CandidateEvaluator {

  /** One evaluation per candidate, in their order. A candidate that fails does not stop others. */
  List<Evaluation> evaluate(List<Candidate> candidates);
}
