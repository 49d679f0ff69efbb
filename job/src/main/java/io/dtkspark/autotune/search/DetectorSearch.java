package io.dtkspark.autotune.search;

import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.TuningResult.AlertRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Searches with the strategy of the settings, then for the alert rule of what it found. */
public final class DetectorSearch implements Search {

  private final Function<Evidence, CandidateEvaluator> evaluators;

  /** Scores candidates in the thread that searches. */
  public DetectorSearch() {
    this(LocalEvaluator::new);
  }

  /**
   * @param evaluators makes the one evaluator of a search
   */
  public DetectorSearch(Function<Evidence, CandidateEvaluator> evaluators) {
    this.evaluators = evaluators;
  }

  @Override
  public TuningResult search(TuningInput input, DecisionLog log) {
    SearchSpace space = SearchSpace.of(input);
    CandidateLedger ledger =
        new CandidateLedger(space.factory(), evaluators.apply(space.evidence()), log);
    CoordinateSearch.Found found = new CoordinateSearch(space, ledger, log).find();
    Evaluation winner = found.winner();
    List<Object> seasonality = found.seasonality();
    if (input.settings().strategy() == Strategy.FULL) {
      Optional<Evaluation> better = new FullSearch(space, ledger, log).better(found);
      winner = better.orElse(winner);
      seasonality = better.map(e -> e.candidate().seasonality()).orElse(seasonality);
    }
    Optional<AlertRule> rule = AlertRuleSweep.choose(space.evidence(), winner.candidate(), log);
    return result(seasonality, winner, rule, ledger, log);
  }

  private static TuningResult result(
      List<Object> seasonality,
      Evaluation winner,
      Optional<AlertRule> rule,
      CandidateLedger ledger,
      DecisionLog log) {
    return new TuningResult(
        seasonality,
        winner.candidate().type().key(),
        winner.candidate().setParams(),
        winner.candidate().detectorId(),
        winner.score(),
        Arrays.stream(winner.scores().perFold()).boxed().toList(),
        rule.orElse(null),
        ledger.scored().stream().map(e -> e.candidate().detectorId()).toList(),
        log.decisions());
  }
}
