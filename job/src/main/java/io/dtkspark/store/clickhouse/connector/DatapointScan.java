package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.error.DtkException;
import io.dtkspark.series.TimeRange;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointsTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A scan of one metric's datapoints in a range of time. The server filters; since the connector
 * asks for no order, rows are held and sorted: some 60 bytes each beside their texts.
 */
final class DatapointScan {

  private final ConnectorTables tables;
  private final String metric;
  private final TimeRange range;

  DatapointScan(ConnectorTables tables, String metric, TimeRange range) {
    this.tables = tables;
    this.metric = metric;
    this.range = range;
  }

  private record Datapoint(long epochMillis, double value, String data, String columns) {}

  /** Hands on all rows, ascending. */
  void read(DatapointColumns receiver) {
    List<Datapoint> rows = tables.call(() -> read(scan(receiver.readsSeasonality())));
    rows.sort(Comparator.comparingLong(Datapoint::epochMillis));
    for (Datapoint row : rows) {
      receiver.row(row.epochMillis(), row.value(), row.data(), row.columns());
    }
  }

  private Scan scan(boolean withSeasonality) throws Exception {
    SupportsRead table = (SupportsRead) tables.table(DatapointsTable.TABLE.name());
    ScanBuilder scan = table.newScanBuilder(ConnectorTables.rowOptions());
    StructType columns =
        new StructType()
            .add("timestamp", DataTypes.TimestampType)
            .add("value", DataTypes.DoubleType);
    if (withSeasonality) {
      columns =
          columns
              .add("seasonality_data", DataTypes.StringType)
              .add("seasonality_columns", DataTypes.StringType);
    }
    ((SupportsPushDownRequiredColumns) scan).pruneColumns(columns);
    Filter[] left = ((SupportsPushDownFilters) scan).pushFilters(filters());
    if (left.length > 0) {
      throw tables.failure("it does not push down " + left[0]);
    }
    return scan.build();
  }

  private Filter[] filters() {
    List<Filter> filters = new ArrayList<>();
    filters.add(new EqualTo("metric_name", metric));
    if (range.fromInclusive() != Long.MIN_VALUE) {
      Instant from = Instant.ofEpochMilli(range.fromInclusive());
      filters.add(new GreaterThanOrEqual("timestamp", from));
    }
    if (range.toExclusive() != Long.MAX_VALUE) {
      filters.add(new LessThan("timestamp", Instant.ofEpochMilli(range.toExclusive())));
    }
    return filters.toArray(Filter[]::new);
  }

  private List<Datapoint> read(Scan scan) throws IOException {
    Batch batch = scan.toBatch();
    PartitionReaderFactory readers = batch.createReaderFactory();
    List<Datapoint> rows = new ArrayList<>();
    for (InputPartition partition : batch.planInputPartitions()) {
      try (PartitionReader<InternalRow> reader = readers.createReader(partition)) {
        read(reader, new Layout(scan.readSchema()), rows);
      }
    }
    return rows;
  }

  private void read(PartitionReader<InternalRow> reader, Layout layout, List<Datapoint> rows)
      throws IOException {
    RepeatedText data = new RepeatedText(layout.data());
    RepeatedText columns = new RepeatedText(layout.columns());
    while (reader.next()) {
      InternalRow row = reader.get();
      long micros = row.getLong(layout.timestamp());
      long millis = Math.floorDiv(micros, TimeUnit.MILLISECONDS.toMicros(1));
      requireInRange(millis);
      double value = row.isNullAt(layout.value()) ? Double.NaN : row.getDouble(layout.value());
      rows.add(new Datapoint(millis, value, data.of(row), columns.of(row)));
    }
  }

  /**
   * A server that fails after the first rows sends its report as if it were rows, and the connector
   * takes it for such.
   */
  private void requireInRange(long millis) throws DtkException {
    if (millis < range.fromInclusive() || millis >= range.toExclusive()) {
      throw tables.failure(
          "a row of metric '"
              + metric
              + "' is outside of the time asked for: the server failed"
              + " while it sent rows; see its log, and try again");
    }
  }

  /** Where the columns are: a scan keeps the order of its table. */
  private record Layout(int timestamp, int value, int data, int columns) {

    Layout(StructType schema) {
      this(
          schema.fieldIndex("timestamp"),
          schema.fieldIndex("value"),
          place(schema, "seasonality_data"),
          place(schema, "seasonality_columns"));
    }

    private static int place(StructType schema, String name) {
      return List.of(schema.fieldNames()).indexOf(name);
    }
  }
}
