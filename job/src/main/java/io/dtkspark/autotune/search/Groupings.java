package io.dtkspark.autotune.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Seasonality groupings for a search that tries them all. */
final class Groupings {

  private Groupings() {}

  /**
   * None, the one found already, each column, and each pair of columns, split by both or adjusted
   * for one after the other; as long as groups hold enough rows. A forced grouping is the only one.
   *
   * @param found components, empty for none
   * @param columns worth trying
   */
  static List<List<Object>> of(SearchSpace space, List<Object> found, List<String> columns) {
    if (!found.isEmpty() && found.equals(space.settings().forceSeasonality())) {
      return List.of(found);
    }
    Set<List<Object>> groupings = new LinkedHashSet<>();
    groupings.add(List.of());
    groupings.add(found);
    for (String column : columns) {
      groupings.add(List.of(column));
    }
    for (int a = 0; a < columns.size(); a++) {
      for (int b = a + 1; b < columns.size(); b++) {
        groupings.add(List.of(columns.get(a), columns.get(b)));
        groupings.add(List.of(List.of(columns.get(a), columns.get(b))));
      }
    }
    List<List<Object>> large = new ArrayList<>(groupings);
    large.removeIf(grouping -> !SeasonalitySearch.hasLargeGroups(space.series(), grouping));
    return large;
  }
}
