package io.dtkspark.autotune.search;

import io.dtkspark.autotune.SeasonalityTable;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A seasonality column.
 *
 * @param codes one number per row, equal for equal values; {@link SeasonalityTable#MISSING} for
 *     none
 */
record SeasonalColumn(String name, int[] codes) implements Serializable {

  boolean isMissing(int row) {
    return codes[row] == SeasonalityTable.MISSING;
  }

  /** Distinct values, the missing one aside. */
  int distinctValues() {
    return (int)
        Arrays.stream(codes).filter(code -> code != SeasonalityTable.MISSING).distinct().count();
  }
}
