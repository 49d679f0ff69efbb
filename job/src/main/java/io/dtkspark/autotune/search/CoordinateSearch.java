package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The original's search: seasonality, order of types, then each type's parameters one after the
 * other. About a hundred candidates, whatever the series.
 */
final class CoordinateSearch {

  private final SearchSpace space;
  private final CandidateLedger ledger;
  private final DecisionLog log;

  CoordinateSearch(SearchSpace space, CandidateLedger ledger, DecisionLog log) {
    this.space = space;
    this.ledger = ledger;
    this.log = log;
  }

  /**
   * What it found.
   *
   * @param seasonality chosen components; empty = none
   * @param ofTypes the best candidate of each type, in the order they were tried; at least one
   */
  record Found(List<Object> seasonality, List<Evaluation> ofTypes) {

    /** The best of all, the first one of equals. */
    Evaluation winner() {
      Evaluation best = ofTypes.get(0);
      for (Evaluation candidate : ofTypes) {
        best = candidate.score() > best.score() ? candidate : best;
      }
      return best;
    }
  }

  /**
   * @throws DtkException CONFIG when no candidate is possible, e.g. for wrong {@code fixed_params}
   */
  Found find() {
    tellLabels();
    List<Object> seasonality = new SeasonalitySearch(space, log).choose();
    List<TunableType> order =
        new DetectorVote(space.types()).order(VotingGroup.of(space.series(), seasonality), log);
    warnOfSmallWindows(seasonality);
    boolean trending = Trend.isPresent(space.series().present());
    if (!trending) {
      warnOfLevelShift();
    }
    List<Evaluation> best = bestOfTypes(order, seasonality, trending);
    if (best.isEmpty()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "metric "
              + space.input().metric()
              + ": no detector is possible with these fixed_params; the decision log tells why");
    }
    return new Found(seasonality, best);
  }

  private List<Evaluation> bestOfTypes(
      List<TunableType> order, List<Object> seasonality, boolean trending) {
    int limit = space.settings().maxCandidates();
    List<Evaluation> best = new ArrayList<>();
    for (TunableType type : order) {
      new TypeSearch(type, space.grid(), trending, ledger, log)
          .best(seasonality)
          .ifPresent(best::add);
      if (ledger.size() >= limit) {
        log.add(Stage.GRID_SEARCH, limit + " candidates are the limit; no further type is tried");
        break;
      }
    }
    return best;
  }

  private void tellLabels() {
    LabelGrid labels = space.input().labels();
    String goal =
        labels.supervised()
            ? "maximizing " + space.settings().scoring().key()
            : "maximizing fit within a budget of flags";
    log.add(
        Stage.LABELS,
        labels.intervals()
            + " interval(s) and "
            + labels.points()
            + " point(s) label "
            + labels.positives()
            + " datapoint(s): "
            + labels.mode()
            + ", "
            + goal,
        Map.of("mode", labels.mode(), "n_positive", (long) labels.positives()));
  }

  /** A window that no group fills makes the seasonality it is given useless. */
  private void warnOfSmallWindows(List<Object> seasonality) {
    int fill = WindowGrid.fill(space.series());
    int largest = space.grid().largest();
    if (seasonality.isEmpty() || fill == 0 || largest >= fill) {
      return;
    }
    log.add(
        Stage.WINDOW,
        "seasonality "
            + Components.text(seasonality)
            + " needs a window of "
            + fill
            + " rows to have an effect, the largest one that fits this history is "
            + largest
            + "; tune on more history",
        Map.of("seasonal_fill_window", (long) fill));
  }

  private void warnOfLevelShift() {
    LevelShift shift = LevelShift.strongest(space.series().values());
    if (!shift.isLarge()) {
      return;
    }
    String day =
        Instant.ofEpochMilli(space.series().epochMillis()[shift.row()])
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
