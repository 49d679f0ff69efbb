package io.dtkspark.store.clickhouse;

import com.clickhouse.data.ClickHouseFormat;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.clickhouse.ClickHouseServer;
import io.dtkspark.source.clickhouse.RowBinaryInput;
import io.dtkspark.table.Column;
import io.dtkspark.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements on the state tables of one profile; writing is refused where the profile forbids it.
 */
final class ClickHouseSession implements AutoCloseable {

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(RowBinaryInput row) throws IOException;
  }

  private final String name;
  private final boolean readOnly;
  private final ClickHouseServer server;
  private final ClickHouseTables tables;

  ClickHouseSession(Profile profile) {
    this.name = "state " + profile;
    this.readOnly = profile.readOnly();
    this.server = new ClickHouseServer(profile, name, ErrorCode.STORE);
    this.tables = new ClickHouseTables(profile.internalLocation(), profile.dataLocation());
  }

  /** How messages name the database. */
  String database() {
    return name;
  }

  ClickHouseTables tables() {
    return tables;
  }

  /** The rows of a query whose columns the reader knows. */
  <T> List<T> list(String sql, RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(reader.read(row)));
    return rows;
  }

  /** Streams the rows of a query. */
  void each(String sql, RowReader<?> reader) {
    server.read(
        sql,
        ClickHouseFormat.RowBinary,
        result -> {
          RowBinaryInput rows = new RowBinaryInput(result);
          while (rows.hasNext()) {
            reader.read(rows);
          }
        });
  }

  void write(String sql) {
    requireWritable();
    server.run(sql);
  }

  /** Inserts one row; moments in epoch milliseconds. */
  void insert(Table table, List<Object> row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(ClickHouseTables.literal(table.columns().get(i), row.get(i)));
    }
    write(
        "INSERT INTO "
            + tables.name(table)
            + " ("
            + columns(table.columns())
            + ") SETTINGS async_insert = 0 VALUES ("
            + String.join(", ", values)
            + ")");
  }

  private static String columns(List<Column> columns) {
    return columns.stream()
        .map(column -> Literals.name(column.name()))
        .collect(Collectors.joining(", "));
  }

  /**
   * Inserts rows in the format RowBinary; they are visible when it returns.
   *
   * @param table its quoted name
   */
  void insert(String table, List<Column> columns, byte[] rows, int length) {
    requireWritable();
    List<String> names = columns.stream().map(column -> Literals.name(column.name())).toList();
    server.insert(table, names, rows, length);
  }

  /** Deletes rows as detectkit does: they are gone when it returns. */
  void delete(Table table, String condition) {
    write(
        "ALTER TABLE "
            + tables.name(table)
            + " DELETE WHERE "
            + condition
            + " SETTINGS mutations_sync = 1");
  }

  private void requireWritable() {
    if (readOnly) {
      throw new DtkException(
          ErrorCode.STORE,
          name + " is open read-only and cannot be written; take `read_only` out of its profile");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
