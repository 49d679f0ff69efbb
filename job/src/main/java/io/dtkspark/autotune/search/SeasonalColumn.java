package io.dtkspark.autotune.search;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/**
 * A seasonality column with its values numbered.
 *
 * @param codes one per row, an index of {@code labels}
 * @param labels distinct values as Python prints them ({@code 3}, {@code True}, {@code am}); null
 *     for rows without a value
 */
public record SeasonalColumn(String name, int[] codes, List<String> labels)
    implements Serializable {

  /** The codes of the rows from {@code first} on. */
  SeasonalColumn from(int first) {
    int[] rest = java.util.Arrays.copyOfRange(codes, first, codes.length);
    return new SeasonalColumn(name, rest, labels);
  }

  boolean isMissing(int row) {
    return labels.get(codes[row]) == null;
  }

  String label(int row) {
    return labels.get(codes[row]);
  }

  /** Distinct values in use, missing ones aside. */
  int distinctValues() {
    BitSet used = new BitSet();
    for (int row = 0; row < codes.length; row++) {
      if (!isMissing(row)) {
        used.set(codes[row]);
      }
    }
    return used.cardinality();
  }
}
