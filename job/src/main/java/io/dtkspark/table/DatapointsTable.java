package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.DOUBLE;
import static io.dtkspark.table.ColumnKind.INTEGER;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

/** {@code _dtk_datapoints}: every loaded point of every metric; a gap has value NULL. */
public final class DatapointsTable {

  public static final Table TABLE =
      Table.builder("_dtk_datapoints")
          .column("metric_name", TEXT)
          .column("timestamp", TIME)
          .nullable("value", DOUBLE)
          .column("seasonality_data", TEXT)
          .column("interval_seconds", INTEGER)
          .column("seasonality_columns", TEXT)
          .column("created_at", TIME)
          .key("metric_name", "timestamp")
          .version("created_at")
          .build();

  private DatapointsTable() {}
}
