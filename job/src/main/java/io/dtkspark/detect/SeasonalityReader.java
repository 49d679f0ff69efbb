package io.dtkspark.detect;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the stored seasonality of a chunk's rows into the groups a detector uses.
 *
 * <p>Values compare as in the original (numpy): {@code true}, {@code 1} and {@code 1.0} are equal,
 * a missing value is a value of its own. A component that names a column the rows do not have
 * groups all rows.
 */
final class SeasonalityReader {

  private final DatapointBuffer rows;
  private final List<String> columns;

  /** Per stored column the code of each row. */
  private final Map<String, int[]> codes = new HashMap<>();

  /**
   * @param columns comma-joined names of the columns, as stored with a row
   */
  SeasonalityReader(DatapointBuffer rows, String columns) {
    this.rows = rows;
    this.columns =
        Arrays.stream(columns.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  /** Groups for the components; none when the rows have no seasonality columns at all. */
  SeasonalityGroups groups(List<List<String>> components) {
    if (columns.isEmpty() || components.isEmpty()) {
      return SeasonalityGroups.NONE;
    }
    SeasonalityKeys keys = new SeasonalityKeys(rows.size());
    for (List<String> component : components) {
      boolean known = columns.containsAll(component);
      keys.component(
          known ? component.stream().map(this::codes).toArray(int[][]::new) : new int[0][]);
    }
    return keys.build();
  }

  /**
   * Distinct keys of a component between two rows, counting the columns that exist; 0 when none of
   * them does.
   */
  int distinctKeys(List<String> component, int from, int to) {
    List<int[]> present = component.stream().filter(columns::contains).map(this::codes).toList();
    if (present.isEmpty()) {
      return 0;
    }
    Set<List<Integer>> keys = new HashSet<>();
    for (int row = from; row < to; row++) {
      List<Integer> key = new ArrayList<>(present.size());
      for (int[] column : present) {
        key.add(column[row]);
      }
      keys.add(key);
    }
    return keys.size();
  }

  List<String> columns() {
    return columns;
  }

  /** Per row the number of its value; numbers count from 0 in order of appearance. */
  int[] codes(String column) {
    return codes.computeIfAbsent(column, this::readCodes);
  }

  /** Per number of {@link #codes} how Python prints the first such value; null when missing. */
  List<String> labels(String column) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String text : rows.seasonalityTexts()) {
      String value = SeasonalityValues.of(text, column);
      if (!labels.containsKey(value)) {
        labels.put(value, SeasonalityValues.printed(text, column));
      }
    }
    return new ArrayList<>(labels.values());
  }

  /** Texts repeat from row to row: each distinct one is parsed once. */
  private int[] readCodes(String column) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> texts = rows.seasonalityTexts();
    int[] ofText = new int[texts.size()];
    for (int i = 0; i < ofText.length; i++) {
      String value = SeasonalityValues.of(texts.get(i), column);
      ofText[i] = numbers.computeIfAbsent(value, any -> numbers.size());
    }
    int[] textOfRow = rows.seasonalityCodes();
    int[] ofRow = new int[rows.size()];
    for (int row = 0; row < ofRow.length; row++) {
      ofRow[row] = ofText[textOfRow[row]];
    }
    return ofRow;
  }
}
