package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tries all combinations of parameters, windows and groupings that limit and budget allow, from the
 * coordinate search's best candidates outwards. What it answers never scores less than those.
 *
 * <p>The cost is predicted before anything is scored, and combinations beyond the budget are not
 * begun. Predictions are rough, so the clock is looked at as well, between slices.
 */
final class FullSearch {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Predicted time of one core between two looks at the clock, if the budget is long enough. */
  private static final double SLICE_NANOS = 4e9;

  private static final int SLICES = 8;

  private static final int SHORTEST_SLICE = 64;

  private final SearchSpace space;
  private final CandidateLedger ledger;
  private final DecisionLog log;
  private final LongSupplier nanoClock;

  FullSearch(SearchSpace space, CandidateLedger ledger, DecisionLog log) {
    this(space, ledger, log, System::nanoTime);
  }

  FullSearch(SearchSpace space, CandidateLedger ledger, DecisionLog log, LongSupplier nanoClock) {
    this.space = space;
    this.ledger = ledger;
    this.log = log;
    this.nanoClock = nanoClock;
  }

  /**
   * What is to be tried.
   *
   * @param combinations how many there are altogether
   * @param candidates those within limit and budget, in order
   * @param nanos predicted time of one core
   */
  record Plan(long combinations, List<Candidate> candidates, double nanos) {}

  /** The best candidate, if it scores more than what the coordinate search found. */
  Optional<Evaluation> better(CoordinateSearch.Found found) {
    Plan plan = plan(found);
    tell(plan);
    int before = ledger.size();
    run(plan);
    Optional<Evaluation> better = Optional.empty();
    double score = found.winner().score();
    for (Evaluation evaluation : ledger.scored()) {
      if (evaluation.score() > score) {
        better = Optional.of(evaluation);
        score = evaluation.score();
      }
    }
    tell(better, score, ledger.size() - before);
    return better;
  }

  /** Lists what to try; the same for the same data and settings. */
  Plan plan(CoordinateSearch.Found found) {
    List<List<Object>> groupings =
        Groupings.of(
            space,
            found.seasonality(),
            SeasonalitySearch.columns(space.series(), space.settings()));
    Map<Candidate, CombinationGrid> grids = new LinkedHashMap<>();
    for (Evaluation best : found.ofTypes()) {
      Candidate center = best.candidate();
      grids.put(center, new CombinationGrid(center.type(), space, groupings));
    }
    long combinations = grids.values().stream().mapToLong(CombinationGrid::size).sum();
    CandidateSelection selection = new CandidateSelection(space, ledger);
    int farthest = grids.values().stream().mapToInt(CombinationGrid::axes).max().orElse(0);
    for (int distance = 1; distance <= farthest && !selection.isFull(); distance++) {
      for (Map.Entry<Candidate, CombinationGrid> entry : grids.entrySet()) {
        Candidate center = entry.getKey();
        selection.offer(center.type(), entry.getValue().layer(center, distance));
      }
    }
    return new Plan(combinations, selection.candidates(), selection.nanos());
  }

  private void run(Plan plan) {
    List<Candidate> candidates = plan.candidates();
    ledger.expect(candidates.size());
    double budget =
        space.settings().budget().map(Duration::toNanos).orElse(Long.MAX_VALUE).doubleValue();
    double share = Math.min(SLICE_NANOS, budget / SLICES) / plan.nanos();
    int slice = (int) Math.max(SHORTEST_SLICE, candidates.size() * share);
    long start = nanoClock.getAsLong();
    for (int first = 0; first < candidates.size(); first += slice) {
      if (nanoClock.getAsLong() - start > budget) {
        return;
      }
      ledger.record(candidates.subList(first, Math.min(candidates.size(), first + slice)));
    }
  }

  private void tell(Plan plan) {
    double seconds = PythonMath.round(plan.nanos() / NANOS_PER_SECOND, 3);
    log.add(
        Stage.GRID_SEARCH,
        String.format(
            Locale.ROOT,
            "all combinations: %d of %d are new and allowed, about %s s of one core",
            plan.candidates().size(),
            plan.combinations(),
            seconds),
        Map.of(
            "combinations",
            plan.combinations(),
            "planned",
            (long) plan.candidates().size(),
            "predicted_seconds",
            seconds));
  }

  private void tell(Optional<Evaluation> better, double score, int tried) {
    String found =
        better
            .map(e -> e.candidate().type().key() + " scores more: %.3f")
            .orElse("nothing scores more than %.3f");
    log.add(
        Stage.GRID_SEARCH,
        "all combinations: " + String.format(Locale.ROOT, found, score),
        Map.of("score", PythonMath.round(score, 4), "tried", (long) tried));
  }
}
