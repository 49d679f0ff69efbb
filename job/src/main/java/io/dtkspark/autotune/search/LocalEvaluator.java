package io.dtkspark.autotune.search;

import io.dtkspark.seasonality.SeasonalityGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores candidates one after the other in this thread. Candidates that differ in their threshold
 * alone share a pass over the series; the last passes are kept, since later steps of a search come
 * back to them. Not thread-safe.
 */
public final class LocalEvaluator implements CandidateEvaluator {

  /** The seed window's pass and those of a window grid. */
  private static final int KEPT_PASSES = 6;

  private final Evidence evidence;
  private final CrossValidation validation;
  private final Map<List<List<String>>, SeasonalityGroups> groups = new HashMap<>();
  private final LinkedHashMap<PassKey, DetectPass> passes = new LinkedHashMap<>(16, 0.75f, true);

  public LocalEvaluator(Evidence evidence) {
    this.evidence = evidence;
    this.validation = new CrossValidation(evidence);
  }

  @Override
  public List<Evaluation> evaluate(List<Candidate> candidates) {
    Evaluation[] evaluations = new Evaluation[candidates.size()];
    for (List<Integer> samePass : byPass(candidates)) {
      for (int index : samePass) {
        evaluations[index] = evaluate(candidates.get(index));
      }
    }
    return Arrays.asList(evaluations);
  }

  /** Positions of candidates that share a pass, in the order of their first appearance. */
  public static List<List<Integer>> byPass(List<Candidate> candidates) {
    Map<PassKey, List<Integer>> positions = new LinkedHashMap<>();
    for (int index = 0; index < candidates.size(); index++) {
      PassKey key = PassKey.of(candidates.get(index));
      positions.computeIfAbsent(key, any -> new ArrayList<>()).add(index);
    }
    return List.copyOf(positions.values());
  }

  private Evaluation evaluate(Candidate candidate) {
    try {
      Verdicts verdicts = pass(candidate).judge(candidate.spec());
      return Evaluation.scored(candidate, validation.score(verdicts));
    } catch (RuntimeException e) {
      // One detector out of a hundred must not end the search; the log tells of it.
      return Evaluation.failed(candidate, e.toString());
    }
  }

  private DetectPass pass(Candidate candidate) {
    PassKey key = PassKey.of(candidate);
    DetectPass kept = passes.get(key);
    if (kept != null) {
      return kept;
    }
    DetectPass pass =
        DetectPass.over(evidence.series(), candidate.spec(), groups(candidate.components()));
    passes.put(key, pass);
    if (passes.size() > KEPT_PASSES) {
      passes.remove(passes.keySet().iterator().next());
    }
    return pass;
  }

  private SeasonalityGroups groups(List<List<String>> components) {
    return groups.computeIfAbsent(components, evidence.series()::groups);
  }
}
