package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.store.clickhouse.StagedRows;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.SupportsWrite;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows into one table by one of the connector's writers.
 *
 * <p>The writer sends a block whenever it is full, and neither commit nor abort of a Spark write
 * mean anything to it. Here nothing depends on them: the table is the staging of one attempt.
 */
final class ConnectorRows implements StagedRows {

  private static final long MICROS_PER_MILLI = 1000;

  private final ConnectorTables tables;
  private final String table;
  private final StructType schema;
  private final Object[] values;
  private final InternalRow row;
  private int next;
  private DataWriter<InternalRow> writer;

  ConnectorRows(ConnectorTables tables, String table, List<Column> columns) {
    this.tables = tables;
    this.table = table;
    StructType fields = new StructType();
    for (Column column : columns) {
      fields = fields.add(column.name(), type(column.kind()), column.nullable());
    }
    this.schema = fields;
    this.values = new Object[columns.size()];
    this.row = new GenericInternalRow(values);
  }

  private static DataType type(ColumnKind kind) {
    return switch (kind) {
      case TEXT -> DataTypes.StringType;
      case TIME -> DataTypes.TimestampType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGER -> DataTypes.IntegerType;
      case COUNT -> DataTypes.LongType;
      case FLAG -> DataTypes.ShortType;
    };
  }

  @Override
  public void moment(long epochMillis) {
    values[next++] = epochMillis * MICROS_PER_MILLI;
  }

  @Override
  public void nullableNumber(double value) {
    values[next++] = Double.isNaN(value) ? null : value;
  }

  @Override
  public void flag(boolean value) {
    values[next++] = value;
  }

  @Override
  public void text(byte[] utf8) {
    values[next++] = UTF8String.fromBytes(utf8);
  }

  @Override
  public void end() {
    next = 0;
    tables.call(
        () -> {
          if (writer == null) {
            writer = open();
          }
          writer.write(row);
          return null;
        });
  }

  @Override
  public void finish() {
    if (writer != null) {
      tables.call(() -> writer.commit());
    }
  }

  @Override
  public void close() {
    if (writer != null) {
      tables.call(
          () -> {
            writer.close();
            return null;
          });
      writer = null;
    }
  }

  private DataWriter<InternalRow> open() throws Exception {
    Write write = new Write(schema, UUID.randomUUID().toString());
    return ((SupportsWrite) tables.table(table))
        .newWriteBuilder(write)
        .build()
        .toBatch()
        .createBatchWriterFactory(write)
        .createWriter(0, 0);
  }

  /** What Spark would tell the connector: one writer, which is all there is to this table. */
  private record Write(StructType schema, String queryId)
      implements LogicalWriteInfo, PhysicalWriteInfo {

    @Override
    public CaseInsensitiveStringMap options() {
      return ConnectorTables.rowOptions();
    }

    @Override
    public int numPartitions() {
      return 1;
    }
  }
}
