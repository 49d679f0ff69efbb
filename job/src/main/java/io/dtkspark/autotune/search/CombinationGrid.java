package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every combination of the parameters of one type, in layers around a known candidate: those that
 * differ from it in one choice, then in two, and so on. A search that has to stop early has then
 * looked where good ones are likely.
 *
 * <p>Windows go with their {@code min_samples}, weights with their half-life and lags with their
 * window, so these are one choice each. Pinned parameters are not varied.
 */
final class CombinationGrid {

  private static final String DETREND = "detrend";
  private static final String STABILIZATION = "stabilization";
  private static final String WEIGHTS = "window_weights";

  private final TunableType type;
  private final SearchSpace space;

  /** Choices of each axis: parameters that go together. */
  private final List<List<Map<String, Object>>> axes = new ArrayList<>();

  /**
   * @param groupings seasonality components to try, empty ones for none
   */
  CombinationGrid(TunableType type, SearchSpace space, List<List<Object>> groupings) {
    this.type = type;
    this.space = space;
    if (type.isWindowed()) {
      axes.add(groupings.stream().map(CombinationGrid::grouping).toList());
      axes.add(weightedWindows());
      axes.add(choices(DETREND, "linear"));
    } else {
      axes.add(laggedWindows());
    }
    axes.add(choices(STABILIZATION, "clamp"));
    axes.add(thresholds());
  }

  /** How many combinations there are. */
  int size() {
    int size = 1;
    for (List<Map<String, Object>> axis : axes) {
      size = Math.multiplyExact(size, axis.size());
    }
    return size;
  }

  /** The most choices in which a combination can differ. */
  int axes() {
    return axes.size();
  }

  /** The combinations that differ from {@code center} in exactly {@code distance} choices. */
  List<Map<String, Object>> layer(Candidate center, int distance) {
    List<Map<String, Object>> layer = new ArrayList<>();
    extend(new LinkedHashMap<>(), 0, distance, center.params(), layer);
    return layer;
  }

  private void extend(
      Map<String, Object> chosen,
      int axis,
      int distance,
      Map<String, Object> center,
      List<Map<String, Object>> layer) {
    if (axis == axes.size()) {
      if (distance == 0) {
        layer.add(chosen);
      }
      return;
    }
    for (Map<String, Object> choice : axes.get(axis)) {
      int left = isIn(choice, center) ? distance : distance - 1;
      if (left >= 0) {
        Map<String, Object> longer = new LinkedHashMap<>(chosen);
        longer.putAll(choice);
        extend(longer, axis + 1, left, center, layer);
      }
    }
  }

  private static boolean isIn(Map<String, Object> choice, Map<String, Object> params) {
    return choice.entrySet().stream()
        .allMatch(entry -> Objects.equals(entry.getValue(), params.get(entry.getKey())));
  }

  private static Map<String, Object> grouping(List<Object> components) {
    return choice("seasonality_components", components.isEmpty() ? null : components);
  }

  private List<Map<String, Object>> weightedWindows() {
    List<Map<String, Object>> choices = new ArrayList<>();
    for (int window : space.grid().fitting(type.minSamplesFloor())) {
      int minSamples = WindowGrid.minSamples(window, type.minSamplesFloor());
      if (isPinned(WEIGHTS)) {
        choices.add(window(window, minSamples));
        continue;
      }
      choices.add(weighted(window, minSamples, null, null));
      choices.add(weighted(window, minSamples, "exponential", null));
      for (long halfLife : WindowGrid.halfLives(window, minSamples)) {
        choices.add(weighted(window, minSamples, "exponential", halfLife));
      }
    }
    return choices;
  }

  private Map<String, Object> weighted(int window, int minSamples, String weights, Long halfLife) {
    Map<String, Object> choice = window(window, minSamples);
    choice.put(WEIGHTS, weights);
    if (!isPinned("half_life")) {
      choice.put("half_life", halfLife);
    }
    return choice;
  }

  private List<Map<String, Object>> laggedWindows() {
    List<Map<String, Object>> choices = new ArrayList<>();
    for (int window : space.grid().fitting(type.minSamplesFloor())) {
      for (int lags : type.lags()) {
        int minSamples = WindowGrid.minSamples(window, type.minSamplesFloor(), lags);
        Map<String, Object> choice = window(window, minSamples);
        choice.put("lags", (long) lags);
        choices.add(choice);
      }
    }
    return choices;
  }

  private static Map<String, Object> window(int window, int minSamples) {
    Map<String, Object> choice = choice("window_size", (long) window);
    choice.put("min_samples", (long) minSamples);
    return choice;
  }

  private List<Map<String, Object>> thresholds() {
    return type.thresholds().stream().map(t -> choice("threshold", t)).toList();
  }

  /** With and without; neither when the parameter is pinned. */
  private List<Map<String, Object>> choices(String name, String value) {
    return isPinned(name) ? List.of(Map.of()) : List.of(choice(name, null), choice(name, value));
  }

  private boolean isPinned(String name) {
    return space.settings().fixedParams().containsKey(name);
  }

  private static Map<String, Object> choice(String name, Object value) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put(name, value);
    return choice;
  }
}
