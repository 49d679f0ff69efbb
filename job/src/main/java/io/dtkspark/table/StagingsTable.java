package io.dtkspark.table;

/**
 * {@code _dtk_stagings}: chunks of rows on their way into a table, on databases where each waits in
 * a table of its own. Ours alone: detectkit knows nothing of it and leaves it alone.
 *
 * <p>A chunk is complete when {@code row_count} is set. A row is written before its table is made,
 * so whatever a killed run leaves behind can be found here.
 */
public final class StagingsTable {

  public static final Table TABLE =
      Table.builder("_dtk_stagings")
          .column("staging", ColumnKind.TEXT)
          .column("target", ColumnKind.TEXT)
          .column("header", ColumnKind.TEXT)
          .nullable("row_count", ColumnKind.INTEGER)
          .nullable("first_timestamp", ColumnKind.TIME)
          .nullable("last_timestamp", ColumnKind.TIME)
          .column("created_at", ColumnKind.TIME)
          .key("staging")
          .build();

  private StagingsTable() {}
}
