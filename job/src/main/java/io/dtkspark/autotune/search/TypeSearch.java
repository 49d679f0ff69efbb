package io.dtkspark.autotune.search;

import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds good parameters for one detector type, one after the other: each step tries the values of
 * one parameter on top of the best candidate so far.
 */
final class TypeSearch {

  /** Gain below which a more complicated candidate is not worth it. */
  static final double MIN_IMPROVEMENT = 1e-3;

  /** Windows whose scores are this close count as equal. */
  private static final double WINDOW_TIE_MARGIN = 0.01;

  private static final String THRESHOLD = "threshold";
  private static final String WINDOW = "window_size";
  private static final String MIN_SAMPLES = "min_samples";

  private final TunableType type;
  private final WindowGrid grid;
  private final boolean trending;
  private final CandidateLedger ledger;
  private final DecisionLog log;

  /** Parameters of the best candidate as far as the search sets them. */
  private Map<String, Object> accepted = new LinkedHashMap<>();

  private Evaluation best;

  TypeSearch(
      TunableType type,
      WindowGrid grid,
      boolean trending,
      CandidateLedger ledger,
      DecisionLog log) {
    this.type = type;
    this.grid = grid;
    this.trending = trending;
    this.ledger = ledger;
    this.log = log;
  }

  /** The best candidate of the type; empty when not even the first one is possible. */
  Optional<Evaluation> best(List<Object> seasonality) {
    OptionalInt seed = grid.seed(type.minSamplesFloor());
    if (seed.isEmpty()) {
      log.add(
          Stage.GRID_SEARCH,
          type.key()
              + " is left out: no window of "
              + grid.sizes()
              + " holds the "
              + type.minSamplesFloor()
              + " rows it needs");
      return Optional.empty();
    }
    if (!begin(seed.getAsInt(), seasonality)) {
      return Optional.empty();
    }
    sweepThresholds();
    sweepLags();
    if (type.isWindowed()) {
      sweepWeights();
      if (trending) {
        sweepOne("detrend", "linear");
      }
    }
    sweepOne("stabilization", type.isWindowed() ? "clamp" : null);
    chooseWindow();
    // The best threshold depends on the window, which has only now been settled.
    accepted = new LinkedHashMap<>(best.candidate().params());
    sweepThresholds();
    tell();
    return Optional.of(best);
  }

  private boolean begin(int window, List<Object> seasonality) {
    if (type.isWindowed() && !seasonality.isEmpty()) {
      accepted.put("seasonality_components", seasonality);
    }
    accepted.putAll(type.initialParams());
    accepted.put(THRESHOLD, type.defaultThreshold());
    accepted.put(WINDOW, (long) window);
    accepted.put(MIN_SAMPLES, minSamples(window, accepted.get("lags")));
    Optional<Evaluation> first = ledger.evaluate(type, List.of(accepted)).get(0);
    first.ifPresent(evaluation -> best = evaluation);
    return first.isPresent();
  }

  private long minSamples(int window, Object lags) {
    int floor = type.minSamplesFloor();
    return lags instanceof Long order
        ? WindowGrid.minSamples(window, floor, Math.toIntExact(order))
        : WindowGrid.minSamples(window, floor);
  }

  private void sweepThresholds() {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (double threshold : type.thresholds()) {
      changes.add(Map.of(THRESHOLD, threshold));
    }
    sweep(changes, 0);
  }

  private void sweepLags() {
    int window = Math.toIntExact((Long) accepted.get(WINDOW));
    List<Map<String, Object>> changes = new ArrayList<>();
    for (long lags : type.lags()) {
      changes.add(Map.of("lags", lags, MIN_SAMPLES, minSamples(window, lags)));
    }
    sweep(changes, 0);
  }

  private void sweepWeights() {
    sweepOne("window_weights", "exponential");
    if ("exponential".equals(accepted.get("window_weights"))) {
      int window = Math.toIntExact((Long) accepted.get(WINDOW));
      int minSamples = Math.toIntExact((Long) accepted.get(MIN_SAMPLES));
      List<Map<String, Object>> changes = new ArrayList<>();
      for (long halfLife : WindowGrid.halfLives(window, minSamples)) {
        changes.add(Map.of("half_life", halfLife));
      }
      sweep(changes, MIN_IMPROVEMENT);
    }
  }

  private void sweepOne(String name, Object value) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put(name, value);
    sweep(List.of(change), MIN_IMPROVEMENT);
  }

  /** Scores all changes, then adopts each that beats the best so far by more than the margin. */
  private void sweep(List<Map<String, Object>> changes, double margin) {
    List<Optional<Evaluation>> evaluations = ledger.evaluate(type, with(changes));
    for (int i = 0; i < changes.size(); i++) {
      Optional<Evaluation> evaluation = evaluations.get(i);
      if (evaluation.isPresent() && evaluation.get().score() > best.score() + margin) {
        best = evaluation.get();
        accepted.putAll(changes.get(i));
      }
    }
  }

  private List<Map<String, Object>> with(List<Map<String, Object>> changes) {
    List<Map<String, Object>> candidates = new ArrayList<>();
    for (Map<String, Object> change : changes) {
      Map<String, Object> candidate = new LinkedHashMap<>(accepted);
      candidate.putAll(change);
      candidates.add(candidate);
    }
    return candidates;
  }

  /**
   * Among windows that score about the same, more history is steadier, unless the level moves: then
   * the shortest one follows it best.
   */
  private void chooseWindow() {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (int window : grid.fitting(type.minSamplesFloor())) {
      changes.add(
          Map.of(WINDOW, (long) window, MIN_SAMPLES, minSamples(window, accepted.get("lags"))));
    }
    List<Evaluation> windows =
        ledger.evaluate(type, with(changes)).stream().flatMap(Optional::stream).toList();
    if (windows.isEmpty()) {
      return;
    }
    double top = windows.get(0).score();
    for (Evaluation window : windows) {
      top = PythonMath.max(top, window.score());
    }
    double enough = top - WINDOW_TIE_MARGIN;
    List<Evaluation> tied = windows.stream().filter(w -> w.score() >= enough).toList();
    Evaluation chosen = tied.get(trending ? 0 : tied.size() - 1);
    if (chosen.score() >= best.score() - WINDOW_TIE_MARGIN) {
      best = chosen;
    }
  }

  private void tell() {
    Map<String, Object> params = best.candidate().params();
    log.add(
        Stage.GRID_SEARCH,
        String.format(
            Locale.ROOT,
            "%s: %.3f with threshold %s over %s rows",
            type.key(),
            best.score(),
            params.get(THRESHOLD),
            params.get(WINDOW)),
        Map.of("detector_type", type.key(), "score", PythonMath.round(best.score(), 4)));
  }
}
