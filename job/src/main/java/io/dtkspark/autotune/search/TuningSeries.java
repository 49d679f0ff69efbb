package io.dtkspark.autotune.search;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The datapoints a search learns from, as they cross to where candidates are scored.
 *
 * @param epochMillis ascending, UTC
 * @param values one per timestamp; NaN = gap
 * @param columns seasonality columns in stored order
 */
record TuningSeries(
    long[] epochMillis, double[] values, long intervalSeconds, List<SeasonalColumn> columns)
    implements Serializable {

  static TuningSeries of(TuningInput input) {
    Series series = input.series();
    List<SeasonalColumn> columns =
        input.seasonality().columns().stream().map(SeasonalColumn::of).toList();
    return new TuningSeries(
        Arrays.copyOf(series.epochMillis(), series.size()),
        Arrays.copyOf(series.values(), series.size()),
        input.intervalSeconds(),
        columns);
  }

  int size() {
    return values.length;
  }

  Series series() {
    return new Series(epochMillis, values, values.length);
  }

  Optional<SeasonalColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  boolean hasColumns(List<String> names) {
    return names.stream().allMatch(name -> column(name).isPresent());
  }

  /** Groups for a detector's components; one naming an unknown column spans all rows. */
  SeasonalityGroups groups(List<List<String>> components) {
    if (columns.isEmpty() || components.isEmpty()) {
      return SeasonalityGroups.NONE;
    }
    SeasonalityKeys keys = new SeasonalityKeys(size());
    for (List<String> component : components) {
      keys.component(hasColumns(component) ? codes(component) : new int[0][]);
    }
    return keys.build();
  }

  /** Codes of columns that exist. */
  int[][] codes(List<String> names) {
    return names.stream().map(name -> column(name).orElseThrow().codes()).toArray(int[][]::new);
  }

  /** Values that are no gap, in time order. */
  double[] present() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
