package io.dtkspark.store.clickhouse;

import io.dtkspark.series.TimeRange;
import io.dtkspark.source.clickhouse.RowBinaryInput;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointsTable;
import java.util.List;

/** Rows in the format RowBinary, over the built-in client. */
final class ClientTransport implements RowTransport {

  private final ClickHouseSession session;

  ClientTransport(ClickHouseSession session) {
    this.session = session;
  }

  @Override
  public void readDatapoints(String metric, TimeRange range, DatapointColumns rows) {
    RowBinaryInput.Remembered data = new RowBinaryInput.Remembered();
    RowBinaryInput.Remembered columns = new RowBinaryInput.Remembered();
    session.each(
        "SELECT toUnixTimestamp64Milli(timestamp), value, seasonality_data, seasonality_columns"
            + " FROM "
            + session.tables().name(DatapointsTable.TABLE)
            + " FINAL WHERE "
            + Conditions.metric(metric)
            + Conditions.andIn(range)
            + " ORDER BY timestamp",
        row -> {
          rows.row(row.integer(), row.nullableNumber(), row.text(data), row.text(columns));
          return null;
        });
  }

  @Override
  public StagedRows write(String table, List<Column> columns) {
    return new ClientRows(session, session.tables().stagingName(table), columns);
  }
}
