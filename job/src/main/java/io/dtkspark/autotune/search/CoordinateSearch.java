package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The original's search: seasonality, order of types, each type's parameters one after the other,
 * and the alert rule. About a hundred candidates, whatever the series.
 */
public final class CoordinateSearch {

  private final TuningSeries series;
  private final SearchSettings settings;
  private final DecisionLog log;
  private final CandidateFactory factory;
  private final WindowGrid grid;
  private final List<TunableType> types;
  private final Evidence evidence;

  /**
   * @param log hears of every decision
   * @throws DtkException CONFIG when there are too few rows for the folds
   */
  public CoordinateSearch(
      TuningSeries series, GroundTruth truth, SearchSettings settings, DecisionLog log) {
    this.series = series;
    this.settings = settings;
    this.log = log;
    if (series.size() == 0) {
      throw new DtkException(
          ErrorCode.CONFIG, "there are no datapoints to learn from; load the metric first");
    }
    factory = new CandidateFactory(settings.fixedParams());
    types = types(settings);
    grid = WindowGrid.of(series, settings);
    int context = ContextSize.of(types, grid, factory);
    List<Fold> folds = Fold.split(series.size(), context, settings.folds());
    if (folds.isEmpty()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          series.size()
              + " datapoints are too few: the windows need "
              + context
              + " before the first fold; load more history or pin a smaller window_size");
    }
    evidence = new Evidence(series, truth, folds, settings.scoring());
  }

  /** What candidates are scored on, for evaluators elsewhere. */
  public Evidence evidence() {
    return evidence;
  }

  SearchSettings settings() {
    return settings;
  }

  DecisionLog log() {
    return log;
  }

  WindowGrid grid() {
    return grid;
  }

  List<TunableType> types() {
    return types;
  }

  /** Searches in this thread. */
  public SearchResult search() {
    return search(LocalEvaluator::new);
  }

  /**
   * Searches.
   *
   * @param evaluator made once, for {@link #evidence()}
   * @throws DtkException CONFIG when no candidate is possible, e.g. for wrong {@code fixed_params}
   */
  public SearchResult search(Function<Evidence, CandidateEvaluator> evaluator) {
    return search(new CandidateLedger(factory, evaluator.apply(evidence), log));
  }

  SearchResult search(CandidateLedger ledger) {
    tellLabels();
    List<Object> seasonality =
        new SeasonalitySearch(series, evidence.folds(), settings, log).choose();
    DetectorVote vote = new DetectorVote(types);
    List<TunableType> order = vote.order(VotingGroup.of(series, seasonality), log);
    warnOfSmallWindows(seasonality);
    boolean trending = Trend.isPresent(series);
    if (!trending) {
      warnOfLevelShift();
    }
    Evaluation best =
        best(order, seasonality, trending, ledger)
            .orElseThrow(
                () ->
                    new DtkException(
                        ErrorCode.CONFIG,
                        "no detector is possible on this data with these fixed_params; "
                            + "the decision log tells why"));
    Optional<AlertRule> rule = AlertRuleSweep.choose(evidence, best.candidate(), log);
    return new SearchResult(seasonality, best, rule, ledger.scored(), vote.groups());
  }

  CandidateLedger ledger(CandidateEvaluator evaluator) {
    return new CandidateLedger(factory, evaluator, log);
  }

  CandidateFactory factory() {
    return factory;
  }

  private Optional<Evaluation> best(
      List<TunableType> order, List<Object> seasonality, boolean trending, CandidateLedger ledger) {
    Optional<Evaluation> best = Optional.empty();
    for (TunableType type : order) {
      Optional<Evaluation> found =
          new TypeSearch(type, grid, trending, ledger, log).best(seasonality);
      if (found.isEmpty()) {
        continue;
      }
      if (best.isEmpty() || found.get().score() > best.get().score()) {
        best = found;
      }
      if (ledger.size() >= SearchSettings.MAX_CANDIDATES) {
        log.add(
            Stage.GRID_SEARCH,
            SearchSettings.MAX_CANDIDATES + " candidates are the limit; no further type is tried");
        break;
      }
    }
    return best;
  }

  private static List<TunableType> types(SearchSettings settings) {
    List<String> allowed = settings.detectorTypes();
    return Arrays.stream(TunableType.values())
        .filter(type -> allowed.isEmpty() || allowed.contains(type.key()))
        .toList();
  }

  private void tellLabels() {
    GroundTruth truth = evidence.truth();
    String goal =
        truth.isSupervised()
            ? "maximising " + settings.scoring().metric().key()
            : "maximising fit within a budget of flags";
    log.add(
        Stage.LABELS,
        truth.intervals()
            + " interval(s) and "
            + truth.points()
            + " point(s) label "
            + truth.positives()
            + " datapoint(s): "
            + truth.mode()
            + ", "
            + goal,
        Map.of("mode", truth.mode(), "n_positive", (long) truth.positives()));
  }

  /** A window that no group fills makes the seasonality it is given useless. */
  private void warnOfSmallWindows(List<Object> seasonality) {
    int fill = WindowGrid.fill(series);
    if (seasonality.isEmpty() || fill == 0 || grid.largest() >= fill) {
      return;
    }
    log.add(
        Stage.WINDOW,
        "seasonality "
            + Components.text(seasonality)
            + " needs a window of "
            + fill
            + " rows to have an effect, the largest one that fits this history is "
            + grid.largest()
            + "; tune on more history",
        Map.of("seasonal_fill_window", (long) fill));
  }

  private void warnOfLevelShift() {
    LevelShift shift = LevelShift.strongest(series.values());
    if (!shift.isLarge()) {
      return;
    }
    String day =
        Instant.ofEpochMilli(series.epochMillis()[shift.row()])
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .toString();
    double sigmas = PythonMath.round(shift.sigmas(), 2);
    log.add(
        Stage.REGIME,
        "the level shifts by "
            + sigmas
            + " sigmas around "
            + day
            + ", too far from the middle to count as a trend; if what was before is out of date, "
            + "tune with --from "
            + day
            + " or a smaller max_history",
        Map.of("shift_sigmas", sigmas, "shift_at", day));
  }
}
