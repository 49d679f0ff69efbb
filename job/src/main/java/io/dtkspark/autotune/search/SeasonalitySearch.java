package io.dtkspark.autotune.search;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.Decision.Stage;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.search.HeldOutFit.Gain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the seasonality grouping greedily: each round adds the column that explains most, as a
 * component of its own or by splitting the last one, for as long as it helps on most folds.
 *
 * <p>Both ways of adding a column make the same groups for {@link HeldOutFit}; the first one wins.
 */
final class SeasonalitySearch {

  /** Always false in detectkit's data. */
  static final String HOLIDAY = "is_holiday";

  private static final double MOST_FOLDS = 0.5;
  private static final int SHOWN_TRIES = 6;

  private final TuningSeries series;
  private final AutotuneSettings settings;
  private final DecisionLog log;
  private final HeldOutFit fit;
  private final Map<Set<String>, Gain> gains = new HashMap<>();
  private final List<Map<String, Object>> tries = new ArrayList<>();
  private final List<String> tested = new ArrayList<>(List.of("none"));

  SeasonalitySearch(SearchSpace space, DecisionLog log) {
    this.series = space.series();
    this.settings = space.settings();
    this.log = log;
    this.fit =
        new HeldOutFit(series.values(), space.evidence().folds(), settings.stabilityLambda());
  }

  /** The components to use; empty for none. */
  List<Object> choose() {
    List<Object> forced = settings.forceSeasonality();
    if (!forced.isEmpty() && allKnown(forced)) {
      log.add(
          Stage.SEASONALITY,
          "seasonality " + Components.text(forced) + " is configured; nothing to search",
          Map.of("chosen", forced, "forced", true));
      return forced;
    }
    List<String> columns = columns(series, settings);
    if (columns.isEmpty()) {
      log.add(Stage.SEASONALITY, "no seasonality column with more than one value; none used");
      return List.of();
    }
    List<Object> chosen = search(columns);
    tell(chosen);
    return chosen;
  }

  private boolean allKnown(List<Object> forced) {
    List<String> missing =
        Components.allColumns(forced).stream()
            .filter(name -> series.column(name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      log.add(
          Stage.SEASONALITY,
          "force_seasonality names columns the data lacks: "
              + String.join(", ", missing)
              + "; searching instead");
    }
    return missing.isEmpty();
  }

  /** Columns worth trying: allowed, and with more than one value. */
  static List<String> columns(TuningSeries series, AutotuneSettings settings) {
    List<String> allowed = settings.seasonalityCandidates();
    return series.columns().stream()
        .filter(column -> !column.name().equals(HOLIDAY))
        .filter(column -> allowed.isEmpty() || allowed.contains(column.name()))
        .filter(column -> column.distinctValues() > 1)
        .map(SeasonalColumn::name)
        .toList();
  }

  private List<Object> search(List<String> columns) {
    List<Object> selected = List.of();
    double score = 0;
    while (true) {
      List<Object> best = null;
      Gain bestGain = null;
      for (List<Object> move : moves(selected, columns)) {
        Gain gain = gain(move);
        if (best == null || gain.score() > bestGain.score()) {
          best = move;
          bestGain = gain;
        }
      }
      if (best == null) {
        return selected;
      }
      tested.add(Components.text(best));
      boolean better = bestGain.score() > score + TypeSearch.MIN_IMPROVEMENT;
      if (!better || !(bestGain.improvedShare() >= MOST_FOLDS)) {
        return selected;
      }
      selected = best;
      score = bestGain.score();
    }
  }

  private Gain gain(List<Object> components) {
    List<String> names = Components.allColumns(components);
    Gain gain =
        gains.computeIfAbsent(new TreeSet<>(names), any -> fit.gain(RowKeys.of(series, names)));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("components", Components.text(components));
    entry.put("residual_reduction", PythonMath.round(gain.score(), 4));
    entry.put("folds_improved", PythonMath.round(gain.improvedShare(), 2));
    tries.add(entry);
    return gain;
  }

  /** What can be done next without groups becoming too small. */
  private List<List<Object>> moves(List<Object> selected, List<String> columns) {
    List<String> used = Components.allColumns(selected);
    List<List<Object>> moves = new ArrayList<>();
    for (String column : columns) {
      if (!used.contains(column)) {
        moves.add(Components.adding(selected, column));
        if (!selected.isEmpty()) {
          moves.add(Components.mergingIntoLast(selected, column));
        }
      }
    }
    moves.removeIf(move -> !hasLargeGroups(series, move));
    return moves;
  }

  /** Whether the groups of each component hold enough rows on average. */
  static boolean hasLargeGroups(TuningSeries series, List<Object> components) {
    int rows = series.present().length;
    for (List<String> component : Components.columns(components)) {
      long groups = 1;
      for (String name : component) {
        groups *= Math.max(1, series.column(name).orElseThrow().distinctValues());
      }
      if ((double) rows / groups < HeldOutFit.ROWS_PER_GROUP) {
        return false;
      }
    }
    return true;
  }

  private void tell(List<Object> chosen) {
    Map<String, Object> fields = new LinkedHashMap<>();
    double score = chosen.isEmpty() ? 0 : gains.get(columnsOf(chosen)).score();
    if (chosen.isEmpty()) {
      fields.put("tested", tested);
    } else {
      fields.put("chosen", chosen);
    }
    fields.put("baseline", 0.0);
    if (!chosen.isEmpty()) {
      fields.put("score", PythonMath.round(score, 4));
    }
    fields.put("per_candidate", tries);
    String message =
        chosen.isEmpty()
            ? "no grouping explains unseen rows better than none; tried " + shownTries()
            : String.format(
                Locale.ROOT,
                "%s explains unseen rows better by %.3f; tried %s",
                Components.text(chosen),
                score,
                shownTries());
    log.add(Stage.SEASONALITY, message, fields);
  }

  private static Set<String> columnsOf(List<Object> components) {
    return new TreeSet<>(Components.allColumns(components));
  }

  private String shownTries() {
    List<String> shown =
        tries.stream()
            .limit(SHOWN_TRIES)
            .map(entry -> entry.get("components") + " " + entry.get("residual_reduction"))
            .toList();
    return shown.isEmpty() ? "nothing, since groups would be too small" : String.join(", ", shown);
  }
}
