package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows that vote for a detector type.
 *
 * @param values in time order, without gaps
 */
record VotingGroup(double[] values) {

  private static final int FEWEST_ROWS = 10;
  private static final int MOST_GROUPS = 12;

  /** All rows, then the largest seasonality groups, equally large ones by first appearance. */
  static List<VotingGroup> of(TuningSeries series, List<Object> seasonality) {
    List<VotingGroup> seasonal = new ArrayList<>();
    for (List<String> component : Components.columns(seasonality)) {
      if (series.hasColumns(component)) {
        seasonal.addAll(groups(series, component));
      }
    }
    seasonal.sort(Comparator.comparing(VotingGroup::size, Comparator.reverseOrder()));
    List<VotingGroup> groups = new ArrayList<>();
    groups.add(new VotingGroup(series.present()));
    groups.addAll(seasonal.subList(0, Math.min(MOST_GROUPS, seasonal.size())));
    return groups;
  }

  private int size() {
    return values.length;
  }

  private static List<VotingGroup> groups(TuningSeries series, List<String> component) {
    RowKeys keys = RowKeys.of(series, component);
    int missing = keys.count() - 1;
    List<Integer> keyByAppearance = new ArrayList<>();
    Sample[] groups = new Sample[missing];
    for (int row = 0; row < series.size(); row++) {
      int key = keys.keyOfRow()[row];
      double value = series.values()[row];
      if (key == missing || Double.isNaN(value)) {
        continue;
      }
      if (groups[key] == null) {
        groups[key] = new Sample();
        keyByAppearance.add(key);
      }
      groups[key].add(value);
    }
    return keyByAppearance.stream()
        .map(key -> groups[key])
        .filter(group -> group.size() >= FEWEST_ROWS)
        .map(group -> new VotingGroup(group.toArray()))
        .toList();
  }
}
