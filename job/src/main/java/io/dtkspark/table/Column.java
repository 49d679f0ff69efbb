package io.dtkspark.table;

/**
 * A column of a {@code _dtk_*} table.
 *
 * @param nullable whether NULL is allowed; never for key columns
 * @param zeroByDefault whether a missing value is stored as 0
 */
public record Column(String name, ColumnKind kind, boolean nullable, boolean zeroByDefault) {

  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column has a name");
    }
  }
}
