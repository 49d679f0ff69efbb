package io.dtkspark.seasonality;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds {@link SeasonalityGroups} from coded columns.
 *
 * <p>The caller codes each seasonality column with integers, equal codes for equal values (a
 * missing value is a value of its own). A component of several columns groups the rows that agree
 * in all of them.
 *
 * <pre>{@code
 * hour     = {10, 11, 10, 10}
 * weekday  = { 1,  1,  2,  1}
 * new SeasonalityKeys(4).component(hour).component(weekday, hour).build()
 *   keyOfRow = {{0, 1, 0, 0}, {0, 1, 2, 0}}, keyCount = {2, 3}
 * }</pre>
 */
public final class SeasonalityKeys {

  private final int rows;
  private final List<int[]> keys = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();

  /**
   * @param rows rows of the series; longer columns are read up to here
   */
  public SeasonalityKeys(int rows) {
    this.rows = rows;
  }

  /**
   * Adds a component.
   *
   * @param columns codes per row, any integers; none at all, for a component naming a column that
   *     the data lacks, puts every row in one group
   */
  public SeasonalityKeys component(int[]... columns) {
    int[] key = new int[rows];
    int count = Math.min(rows, 1);
    for (int[] column : columns) {
      count = PairNumbers.number(key, column, rows);
    }
    keys.add(key);
    counts.add(count);
    return this;
  }

  public SeasonalityGroups build() {
    int[] keyCount = new int[counts.size()];
    for (int c = 0; c < keyCount.length; c++) {
      keyCount[c] = counts.get(c);
    }
    return new SeasonalityGroups(keys.toArray(new int[0][]), keyCount);
  }
}
