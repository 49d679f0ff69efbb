package io.dtkspark.store.jdbc;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.MetricsTable;
import io.dtkspark.table.Table;
import io.dtkspark.table.TasksTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for tables that an older version of detectkit made, before anything is written. Like
 * detectkit, which fails at the first write to such a table, we never change one by ourselves.
 */
final class TableCheck {

  /** What every run writes; the others are only needed by some. */
  private static final List<Table> TABLES =
      List.of(DatapointsTable.TABLE, DetectionsTable.TABLE, TasksTable.TABLE, MetricsTable.TABLE);

  private final JdbcSession session;

  TableCheck(JdbcSession session) {
    this.session = session;
  }

  /**
   * @throws DtkException STORE naming the table, the column and the statement that adds it
   */
  void run() {
    Set<String> stored =
        new HashSet<>(
            session.list(
                session.dialect().storedColumns(), row -> key(row.getString(1), row.getString(2))));
    for (Table table : TABLES) {
      for (Column column : table.columns()) {
        if (!stored.contains(key(table.name(), column.name()))) {
          throw lacking(table, column);
        }
      }
    }
  }

  private DtkException lacking(Table table, Column column) {
    return new DtkException(
        ErrorCode.STORE,
        session.database()
            + ": table "
            + table.name()
            + " has no column "
            + column.name()
            + ": an older version of detectkit made it. Add it: "
            + session.dialect().addColumn(table, column));
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
