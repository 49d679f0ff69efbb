package io.dtkspark.autotune;

import java.util.List;
import java.util.Optional;

/**
 * The seasonality of a series.
 *
 * @param columns in stored order
 */
public record SeasonalityTable(List<Column> columns) {

  /** A series without seasonality. */
  public static final SeasonalityTable NONE = new SeasonalityTable(List.of());

  public SeasonalityTable {
    columns = List.copyOf(columns);
  }

  /** The column of that name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /**
   * One value per row, numbered: rows have the same number where their values are equal.
   *
   * @param codes one per row; not to be modified
   * @param labels what each number stands for, as Python prints it; null for rows without a value
   */
  public record Column(String name, int[] codes, List<String> labels) {}
}
