package io.dtkspark.autotune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The seasonality of a series: per column a number per row, equal where the values are equal. A
 * missing value is a value of its own.
 */
public final class SeasonalityTable {

  /** A series without seasonality. */
  public static final SeasonalityTable NONE = new SeasonalityTable(Map.of());

  private final Map<String, int[]> codes;

  /**
   * @param codes columns, iterated in stored order; numbers count from 0 in order of first
   *     appearance
   */
  public SeasonalityTable(Map<String, int[]> codes) {
    this.codes = new LinkedHashMap<>(codes);
  }

  /** Names in stored order. */
  public List<String> columns() {
    return List.copyOf(codes.keySet());
  }

  /** The numbers of a column, one per row; not to be modified. Empty when there is none. */
  public Optional<int[]> codes(String column) {
    return Optional.ofNullable(codes.get(column));
  }
}
