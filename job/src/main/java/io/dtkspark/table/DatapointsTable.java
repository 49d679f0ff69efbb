package io.dtkspark.table;

/** {@code _dtk_datapoints}: every loaded point of every metric; a gap has value NULL. */
public final class DatapointsTable {

  public static final Table TABLE =
      Table.builder("_dtk_datapoints")
          .column("metric_name", ColumnKind.TEXT)
          .column("timestamp", ColumnKind.TIME)
          .nullable("value", ColumnKind.DOUBLE)
          .column("seasonality_data", ColumnKind.TEXT)
          .column("interval_seconds", ColumnKind.INTEGER)
          .column("seasonality_columns", ColumnKind.TEXT)
          .column("created_at", ColumnKind.TIME)
          .key("metric_name", "timestamp")
          .version("created_at")
          .build();

  private DatapointsTable() {}
}
