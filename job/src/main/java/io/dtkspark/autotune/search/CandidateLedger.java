package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.error.DtkException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every candidate of a search and its score, in the order in which they came up. A detector that
 * comes up again is not scored again.
 */
final class CandidateLedger {

  private final CandidateFactory factory;
  private final CandidateEvaluator evaluator;
  private final DecisionLog log;
  private final Map<String, Evaluation> byId = new LinkedHashMap<>();
  private final Set<String> toldFailures = new HashSet<>();
  private double best = Double.NaN;
  private int planned;

  CandidateLedger(CandidateFactory factory, CandidateEvaluator evaluator, DecisionLog log) {
    this.factory = factory;
    this.evaluator = evaluator;
    this.log = log;
  }

  /**
   * Scores independent candidates of one type.
   *
   * @param searched their parameters besides the pinned ones
   * @return one element per candidate; empty for those that cannot be
   */
  List<Optional<Evaluation>> evaluate(TunableType type, List<Map<String, Object>> searched) {
    List<Optional<String>> ids = new ArrayList<>();
    Map<String, Candidate> fresh = new LinkedHashMap<>();
    for (Map<String, Object> params : searched) {
      Optional<Candidate> candidate = create(type, params);
      ids.add(candidate.map(Candidate::detectorId));
      candidate
          .filter(c -> !byId.containsKey(c.detectorId()))
          .ifPresent(c -> fresh.putIfAbsent(c.detectorId(), c));
    }
    record(List.copyOf(fresh.values()));
    return ids.stream().map(id -> id.map(byId::get).filter(Evaluation::isScored)).toList();
  }

  /** Scores candidates that have not come up before. */
  void record(List<Candidate> fresh) {
    for (Evaluation evaluation : fresh.isEmpty() ? List.<Evaluation>of() : score(fresh)) {
      byId.put(evaluation.candidate().detectorId(), evaluation);
      if (!evaluation.isScored()) {
        tellFailure(evaluation.candidate().type(), evaluation.failure());
      } else if (!(evaluation.score() <= best)) {
        best = evaluation.score();
      }
    }
    log.scored(size(), planned, best);
  }

  /** Says how many more there will be, for those who wait. */
  void expect(int candidates) {
    planned = size() + candidates;
  }

  boolean contains(Candidate candidate) {
    return byId.containsKey(candidate.detectorId());
  }

  /** Distinct candidates so far. */
  int size() {
    return byId.size();
  }

  List<Evaluation> scored() {
    return byId.values().stream().filter(Evaluation::isScored).toList();
  }

  private List<Evaluation> score(List<Candidate> fresh) {
    return evaluator.evaluate(fresh);
  }

  private Optional<Candidate> create(TunableType type, Map<String, Object> params) {
    try {
      return Optional.of(factory.create(type, params));
    } catch (DtkException e) {
      tellFailure(type, e.getMessage());
      return Optional.empty();
    }
  }

  /** The original passes over these in silence; one line per type and reason is enough. */
  private void tellFailure(TunableType type, String reason) {
    if (toldFailures.add(type.key() + ' ' + reason)) {
      log.add(
          Stage.GRID_SEARCH,
          type.key() + ": candidates left out: " + reason,
          Map.of("detector_type", type.key(), "left_out", reason));
    }
  }
}
