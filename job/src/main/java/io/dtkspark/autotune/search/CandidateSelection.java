package io.dtkspark.autotune.search;

import io.dtkspark.error.DtkException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects candidates that have not come up yet, in the order offered, until there are as many as
 * the settings allow or their predicted cost reaches the budget.
 */
final class CandidateSelection {

  private final SearchSpace space;
  private final CandidateLedger ledger;
  private final int limit;
  private final double budget;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<PassKey> passes = new HashSet<>();
  private double nanos;
  private boolean full;

  CandidateSelection(SearchSpace space, CandidateLedger ledger) {
    this.space = space;
    this.ledger = ledger;
    limit = space.settings().maxCandidates() - ledger.size();
    budget =
        space
            .settings()
            .budget()
            .map(Duration::toNanos)
            .map(Long::doubleValue)
            .orElse(Double.POSITIVE_INFINITY);
    full = limit <= 0;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** Predicted cost of all candidates, in nanoseconds of one core. */
  double nanos() {
    return nanos;
  }

  boolean isFull() {
    return full;
  }

  /** Takes what still fits of the combinations of one type. */
  void offer(TunableType type, List<Map<String, Object>> combinations) {
    for (Map<String, Object> params : combinations) {
      if (full) {
        return;
      }
      create(type, params).filter(this::isNew).ifPresent(this::add);
    }
  }

  /** Impossible combinations are left out; the coordinate search has logged the reasons. */
  private Optional<Candidate> create(TunableType type, Map<String, Object> params) {
    try {
      return Optional.of(space.factory().create(type, params));
    } catch (DtkException e) {
      return Optional.empty();
    }
  }

  private boolean isNew(Candidate candidate) {
    return !ledger.contains(candidate) && ids.add(candidate.detectorId());
  }

  private void add(Candidate candidate) {
    int rows = space.series().size();
    double cost = PassCost.ofThreshold(rows);
    if (passes.add(PassKey.of(candidate))) {
      cost += PassCost.ofPass(candidate, rows);
    }
    if (nanos + cost > budget) {
      full = true;
      return;
    }
    nanos += cost;
    candidates.add(candidate);
    full = candidates.size() == limit;
  }
}
