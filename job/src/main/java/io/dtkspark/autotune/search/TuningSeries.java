package io.dtkspark.autotune.search;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The datapoints a search learns from, in ascending time; all tasks of a search read the same one.
 *
 * @param epochMillis timestamps, UTC
 * @param values one per timestamp; NaN = gap
 * @param intervalSeconds step of the metric, at least 1
 * @param columns seasonality columns in configured order
 */
public record TuningSeries(
    long[] epochMillis, double[] values, long intervalSeconds, List<SeasonalColumn> columns)
    implements Serializable {

  public TuningSeries {
    columns = List.copyOf(columns);
  }

  public int size() {
    return values.length;
  }

  public Series series() {
    return new Series(epochMillis, values, values.length);
  }

  /** The newest {@code limit} rows, all of them when there are no more. */
  public TuningSeries newest(int limit) {
    int first = size() - limit;
    if (first <= 0) {
      return this;
    }
    return new TuningSeries(
        Arrays.copyOfRange(epochMillis, first, size()),
        Arrays.copyOfRange(values, first, size()),
        intervalSeconds,
        columns.stream().map(column -> column.from(first)).toList());
  }

  public Optional<SeasonalColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Groups for a detector's components; one naming an unknown column spans all rows. */
  SeasonalityGroups groups(List<List<String>> components) {
    if (columns.isEmpty() || components.isEmpty()) {
      return SeasonalityGroups.NONE;
    }
    SeasonalityKeys keys = new SeasonalityKeys(size());
    for (List<String> component : components) {
      boolean known = component.stream().allMatch(name -> column(name).isPresent());
      keys.component(known ? codes(component) : new int[0][]);
    }
    return keys.build();
  }

  int[][] codes(List<String> names) {
    return names.stream().map(name -> column(name).orElseThrow().codes()).toArray(int[][]::new);
  }

  /** Values that are no gap, in time order. */
  double[] present() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
