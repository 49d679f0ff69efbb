package io.dtkspark.store.clickhouse;

import io.dtkspark.series.TimeRange;
import io.dtkspark.table.Column;
import io.dtkspark.table.DatapointColumns;
import java.util.List;

/**
 * How the rows of a task cross between it and the server. Everything else (tables, stagings,
 * publications, locks) is statements, which go over the built-in client in any case.
 */
public interface RowTransport {

  /** Reads datapoints of {@code metric} in {@code range}, ascending. */
  void readDatapoints(String metric, TimeRange range, DatapointColumns rows);

  /**
   * Begins to write into a table of the internal database.
   *
   * @param table its bare name: letters, digits and underscores
   * @param columns those that are written, in the order in which values will come
   */
  StagedRows write(String table, List<Column> columns);
}
