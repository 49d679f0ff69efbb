package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.config.Profile;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.clickhouse.RowTransport;
import io.dtkspark.store.clickhouse.StagedRows;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import java.util.List;

/**
 * Rows by way of the connector's tables: scans with pushed filters and columns, and writers, as
 * Spark itself would run them in a task.
 */
final class ConnectorTransport implements RowTransport {

  private final ConnectorTables tables;
  private final RowTransport client;

  /**
   * @param client reads where the connector cannot
   */
  ConnectorTransport(Profile profile, RowTransport client) {
    this.tables = new ConnectorTables(profile);
    this.client = client;
  }

  @Override
  public void readDatapoints(String metric, TimeRange range, DatapointColumns rows) {
    if (canPush(metric)) {
      new DatapointScan(tables, metric, range).read(rows);
    } else {
      client.readDatapoints(metric, range, rows);
    }
  }

  /**
   * Whether the connector renders the text as ClickHouse reads it. Version 0.10.0 doubles quotes
   * but leaves backslashes, which begin escapes: a name that ends in one would end the statement's
   * quotation elsewhere. A zero ends the statement.
   */
  private static boolean canPush(String text) {
    return text.indexOf('\\') < 0 && text.indexOf('\0') < 0;
  }

  @Override
  public StagedRows write(String table, List<Column> columns) {
    return new ConnectorRows(tables, table, columns);
  }
}
