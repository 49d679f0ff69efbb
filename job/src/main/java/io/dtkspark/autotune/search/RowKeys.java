package io.dtkspark.autotune.search;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import java.util.List;

/**
 * One key per row for seasonality columns taken together. Rows that lack a value in any of them
 * share a key.
 *
 * @param count keys are less than this, not all of them in use
 */
record RowKeys(int[] keyOfRow, int count) {

  static RowKeys of(TuningSeries series, List<String> names) {
    SeasonalityGroups groups =
        new SeasonalityKeys(series.size()).component(series.codes(names)).build();
    int[] keys = groups.keyOfRow()[0];
    int missing = groups.keyCount()[0];
    for (String name : names) {
      SeasonalColumn column = series.column(name).orElseThrow();
      for (int row = 0; row < keys.length; row++) {
        keys[row] = column.isMissing(row) ? missing : keys[row];
      }
    }
    return new RowKeys(keys, missing + 1);
  }
}
