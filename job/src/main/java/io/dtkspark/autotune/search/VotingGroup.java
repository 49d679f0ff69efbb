package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that vote for a detector type.
 *
 * @param values in time order, without gaps
 */
record VotingGroup(String label, double[] values) {

  private static final int FEWEST_ROWS = 10;
  private static final int MOST_GROUPS = 12;

  /** All rows, then the largest seasonality groups. */
  static List<VotingGroup> of(TuningSeries series, List<Object> seasonality) {
    List<VotingGroup> seasonal = new ArrayList<>();
    for (List<String> component : Components.columns(seasonality)) {
      if (component.stream().allMatch(name -> series.column(name).isPresent())) {
        seasonal.addAll(groups(series, component));
      }
    }
    seasonal.sort(Comparator.comparing(VotingGroup::size, Comparator.reverseOrder()));
    List<VotingGroup> groups = new ArrayList<>();
    groups.add(new VotingGroup("global", series.present()));
    groups.addAll(seasonal.subList(0, Math.min(MOST_GROUPS, seasonal.size())));
    return groups;
  }

  private int size() {
    return values.length;
  }

  private static List<VotingGroup> groups(TuningSeries series, List<String> component) {
    List<SeasonalColumn> columns =
        component.stream().map(name -> series.column(name).orElseThrow()).toList();
    Map<List<String>, List<Double>> valuesOfKey = new LinkedHashMap<>();
    for (int row = 0; row < series.size(); row++) {
      int at = row;
      double value = series.values()[row];
      if (!Double.isNaN(value) && columns.stream().noneMatch(column -> column.isMissing(at))) {
        List<String> key = columns.stream().map(column -> column.label(at)).toList();
        valuesOfKey.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
      }
    }
    List<VotingGroup> groups = new ArrayList<>();
    valuesOfKey.forEach(
        (key, values) -> {
          if (values.size() >= FEWEST_ROWS) {
            String label = String.join("+", component) + "=" + String.join("/", key);
            groups.add(new VotingGroup(label, toArray(values)));
          }
        });
    return groups;
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
