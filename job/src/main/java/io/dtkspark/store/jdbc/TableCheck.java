package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.MetricsTable;
import io.dtkspark.table.Table;
import io.dtkspark.table.TasksTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Looks for tables that an older version of detectkit made, before anything is written. Like
 * detectkit, which fails at the first write to such a table, we never change one by ourselves.
 */
public final class TableCheck {

  /** What every run writes; the others are only needed by some. */
  private static final List<Table> TABLES =
      List.of(DatapointsTable.TABLE, DetectionsTable.TABLE, TasksTable.TABLE, MetricsTable.TABLE);

  private TableCheck() {}

  /** How {@link #require} wants a column that is there. */
  public static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }

  /**
   * @param database how messages name it
   * @param stored keys of the columns that are there
   * @param addColumn the statement that adds one
   * @throws DtkException STORE naming the table, the column and the statement that adds it
   */
  public static void require(
      String database, Set<String> stored, BiFunction<Table, Column, String> addColumn) {
    for (Table table : TABLES) {
      for (Column column : table.columns()) {
        if (!stored.contains(key(table.name(), column.name()))) {
          throw new DtkException(
              ErrorCode.STORE,
              database
                  + ": table "
                  + table.name()
                  + " has no column "
                  + column.name()
                  + ": an older version of detectkit made it. Add it: "
                  + addColumn.apply(table, column));
        }
      }
    }
  }
}
