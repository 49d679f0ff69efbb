package io.dtkspark.autotune.search;

import io.dtkspark.autotune.AutotuneSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Which windows to try, ascending: 100 rows, a day, a week, and one that fills the groups of the
 * finest seasonality column, as far as there is history for the folds.
 */
record WindowGrid(List<Integer> sizes) {

  private static final int DEFAULT_WINDOW = 100;
  private static final int SMALLEST_WINDOW = 20;
  private static final int SECONDS_PER_DAY = 86_400;

  /** Rows per group a windowed detector wants by default, the most that any of them does. */
  private static final int ROWS_PER_GROUP = 10;

  /** Half-lives to try as shares of the window. */
  private static final double[] HALF_LIVES = {0.05, 0.1, 0.25, 0.5};

  static WindowGrid of(TuningSeries series, AutotuneSettings settings) {
    OptionalInt pinned = pinned(settings.fixedParams());
    if (pinned.isPresent()) {
      return new WindowGrid(List.of(pinned.getAsInt()));
    }
    int cap = Math.max(SMALLEST_WINDOW, series.size() / (settings.folds() + 1));
    int day = (int) Math.max(1, Math.rint((double) SECONDS_PER_DAY / series.intervalSeconds()));
    List<Integer> sizes = new ArrayList<>();
    for (int size : new TreeSet<>(List.of(DEFAULT_WINDOW, day, 7 * day, fill(series)))) {
      if (size >= SMALLEST_WINDOW && size <= cap) {
        sizes.add(size);
      }
    }
    // A cap below every window still leaves one that fits.
    return new WindowGrid(
        sizes.isEmpty() ? List.of(Math.max(2, Math.min(cap, DEFAULT_WINDOW))) : sizes);
  }

  private static OptionalInt pinned(Map<String, Object> fixed) {
    return fixed.get("window_size") instanceof Long size
        ? OptionalInt.of((int) Math.max(Math.min(size, Integer.MAX_VALUE / 4), 0))
        : OptionalInt.empty();
  }

  /** Rows a window needs until each value of the finest column has its group; 0 without columns. */
  static int fill(TuningSeries series) {
    int finest = 0;
    for (SeasonalColumn column : series.columns()) {
      if (!column.name().equals(SeasonalitySearch.HOLIDAY)) {
        finest = Math.max(finest, column.distinctValues());
      }
    }
    return ROWS_PER_GROUP * finest;
  }

  int largest() {
    return sizes.get(sizes.size() - 1);
  }

  /** The middle one of those with at least {@code floor} rows; where a type begins its search. */
  OptionalInt seed(int floor) {
    List<Integer> fitting = fitting(floor);
    return fitting.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(fitting.get(fitting.size() / 2));
  }

  List<Integer> fitting(int floor) {
    return sizes.stream().filter(size -> size >= floor).toList();
  }

  /** The {@code min_samples} that goes with a window: a quarter of it, if that is enough. */
  static int minSamples(int window, int floor) {
    return Math.min(window, Math.max(floor, (int) Math.rint(window / 4.0)));
  }

  /** The same for a lag model, which has {@code lags + 1} unknowns. */
  static int minSamples(int window, int floor, int lags) {
    return Math.min(window, Math.max(minSamples(window, floor), lags + 2));
  }

  /** Half-lives in rows, ascending, none that leaves too few effective rows. */
  static List<Integer> halfLives(int window, int minSamples) {
    int floor = Math.max(2, minSamples / 2);
    TreeSet<Integer> halfLives = new TreeSet<>();
    for (double share : HALF_LIVES) {
      int rows = (int) Math.rint(window * share);
      if (rows >= 2) {
        halfLives.add(Math.max(floor, rows));
      }
    }
    return List.copyOf(halfLives);
  }
}
