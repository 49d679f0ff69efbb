package io.dtkspark.autotune.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullSearchTest {

  private static final Optional<Duration> NO_BUDGET = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"gaps", "daily incidents", "level shift", "pinned weights", "forced"})
  void answerScoresAtLeastAsMuchAsThatOfTheCoordinateSearch(String name) {
    SearchCase searched = SearchCase.named(name);
    TuningResult full = search(searched.input(Strategy.FULL, 600, NO_BUDGET));
    assertTrue(full.score() >= searched.expected().get("score").asDouble() - 1e-9);
    assertEquals(full.candidateIds().size(), new HashSet<>(full.candidateIds()).size());
    assertTrue(full.candidateIds().contains(full.detectorId()));
  }

  @Test
  void largerLimitNeverScoresLess() {
    double before = Double.NEGATIVE_INFINITY;
    for (int limit : new int[] {1, 150, 300, 900}) {
      TuningResult result =
          search(SearchCase.named("drift").input(Strategy.FULL, limit, NO_BUDGET));
      if (limit > 1) {
        assertTrue(result.score() >= before);
        assertTrue(result.candidateIds().size() <= limit);
        before = result.score();
      }
    }
  }

  @Test
  void everyCombinationIsTriedWhenNothingLimitsIt() {
    SearchCase searched = SearchCase.named("precision");
    TuningResult result = search(searched.input(Strategy.FULL, Integer.MAX_VALUE, NO_BUDGET));
    Map<String, Object> planned = fields(result, "combinations");
    long combinations = (Long) planned.get("combinations");
    // Two windows of 24 and 100 rows: unweighted, default half-life, three others for each.
    long weightedWindows = 2 * (1 + 1 + 3);
    long detrends = 2;
    long stabilizations = 2;
    long thresholds = 5;
    assertEquals(weightedWindows * detrends * stabilizations * thresholds, combinations);
    assertEquals(combinations, result.candidateIds().size());
  }

  @Test
  void predictedCostKeepsThePlanWithinTheBudget() {
    SearchCase searched = SearchCase.named("drift");
    TuningInput input =
        searched.input(Strategy.FULL, Integer.MAX_VALUE, Optional.of(Duration.ofMillis(20)));
    Run run = new Run(input);
    FullSearch.Plan plan = run.full(() -> 0).plan(run.found);
    assertTrue(plan.nanos() <= 20e6);
    assertTrue(plan.candidates().size() < plan.combinations());
    TuningInput free = searched.input(Strategy.FULL, Integer.MAX_VALUE, NO_BUDGET);
    Run unlimited = new Run(free);
    List<Candidate> all = unlimited.full(() -> 0).plan(unlimited.found).candidates();
    assertEquals(ids(plan.candidates()), ids(all).subList(0, plan.candidates().size()));
  }

  @Test
  void clockEndsWhatWasPredictedTooLow() {
    SearchCase searched = SearchCase.named("level shift");
    Run free = new Run(searched.input(Strategy.FULL, Integer.MAX_VALUE, NO_BUDGET));
    Duration budget = Duration.ofNanos((long) free.full(() -> 0).plan(free.found).nanos() + 1);
    Run run = new Run(searched.input(Strategy.FULL, Integer.MAX_VALUE, Optional.of(budget)));
    long[] looks = {0};
    run.full(() -> looks[0]++ * budget.toNanos()).better(run.found);
    int tried = run.ledger.size() - run.before;
    assertTrue(tried > 0);
    assertFalse(run.full(() -> 0).plan(run.found).candidates().isEmpty());
  }

  private static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::detectorId).toList();
  }

  private static Map<String, Object> fields(TuningResult result, String name) {
    return result.decisions().stream()
        .map(Decision::fields)
        .filter(fields -> fields.containsKey(name))
        .findFirst()
        .orElseThrow();
  }

  private static TuningResult search(TuningInput input) {
    return new DetectorSearch().search(input, new DecisionLog());
  }

  /** A search as far as the coordinate search goes. */
  private static final class Run {

    private final SearchSpace space;
    private final DecisionLog log = new DecisionLog();
    private final CandidateLedger ledger;
    private final CoordinateSearch.Found found;
    private final int before;

    Run(TuningInput input) {
      space = SearchSpace.of(input);
      ledger = new CandidateLedger(space.factory(), new LocalEvaluator(space.evidence()), log);
      found = new CoordinateSearch(space, ledger, log).find();
      before = ledger.size();
    }

    FullSearch full(LongSupplier clock) {
      return new FullSearch(space, ledger, log, clock);
    }
  }
}
