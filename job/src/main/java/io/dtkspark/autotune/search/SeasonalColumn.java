package io.dtkspark.autotune.search;

import io.dtkspark.autotune.SeasonalityTable;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A seasonality column.
 *
 * @param codes one number per row, equal for equal values; {@link #MISSING} for none
 */
record SeasonalColumn(String name, int[] codes) implements Serializable {

  private static final int MISSING = -1;

  static SeasonalColumn of(SeasonalityTable.Column column) {
    int[] codes =
        Arrays.stream(column.codes())
            .map(code -> column.labels().get(code) == null ? MISSING : code)
            .toArray();
    return new SeasonalColumn(column.name(), codes);
  }

  boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  /** Distinct values, the missing one aside. */
  int distinctValues() {
    return (int) Arrays.stream(codes).filter(code -> code != MISSING).distinct().count();
  }
}
