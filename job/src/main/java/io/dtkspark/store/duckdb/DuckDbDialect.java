package io.dtkspark.store.duckdb;

import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.Dialect;
import io.dtkspark.store.jdbc.Fault;
import io.dtkspark.store.jdbc.Filter;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of DuckDB. */
final class DuckDbDialect extends Dialect {

  /** The database in memory that holds stagings: it vanishes with the process, as they should. */
  static final String STAGING_CATALOG = "_dtk_staging";

  static final String MAIN = "main";

  private final String catalogName;
  private final String catalog;
  private final List<String> locations;

  /** A dialect for tables in {@code internalLocation}, a schema of the file {@code catalog}. */
  DuckDbDialect(String catalog, String internalLocation, String dataLocation) {
    super(internalLocation);
    this.catalogName = catalog;
    this.catalog = quoted(catalog) + ".";
    this.locations =
        Stream.of(internalLocation, dataLocation)
            .distinct()
            .filter(name -> name != null && !name.equals(MAIN))
            .toList();
  }

  @Override
  protected String type(ColumnKind kind, boolean inKey) {
    return switch (kind) {
      case TEXT -> "VARCHAR";
      case TIME -> "TIMESTAMP";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case INTEGER, COUNT, FLAG -> "BIGINT";
    };
  }

  @Override
  protected String millis(String moment) {
    return "epoch_ms(" + moment + ")";
  }

  @Override
  protected String moment() {
    return "epoch_ms(CAST(? AS BIGINT))";
  }

  @Override
  public List<Query> createLocations() {
    return locations.stream()
        .map(name -> Query.of("CREATE SCHEMA IF NOT EXISTS " + catalog + quoted(name)))
        .toList();
  }

  /** DuckDB lets the first of two conflicting transactions win; it has no error codes to tell. */
  @Override
  public boolean lostConflict(SQLException e) {
    String text = String.valueOf(e.getMessage());
    return text.startsWith("TransactionContext Error")
        && (text.toLowerCase(Locale.ROOT).contains("conflict")
            || text.contains("Failed to commit: PRIMARY KEY"));
  }

  @Override
  protected Optional<Fault> fault(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.matches("Catalog Error: Table with name .*\\b_dtk_.* does not exist.*")
        ? Optional.of(Fault.NO_TABLES)
        : Optional.empty();
  }

  @Override
  protected Query storedColumns() {
    return super.storedColumns().then(Query.of(" AND table_catalog = ?", catalogName));
  }

  Query attachStagingCatalog() {
    return Query.of("ATTACH IF NOT EXISTS ':memory:' AS " + quoted(STAGING_CATALOG));
  }

  /** A staging holds the columns that differ from row to row; no key, which would cost much. */
  Query createStaging(Staging staging, Map<String, Object> constants) {
    String columns =
        varying(staging.table().table(), constants)
            .map(column -> quoted(column.name()) + " " + type(column.kind(), false))
            .collect(Collectors.joining(", "));
    return Query.of("CREATE TABLE " + nameOf(staging) + " (" + columns + ")");
  }

  /** Datapoints without their seasonality. Columns: epoch milliseconds, value; in time order. */
  Query plainDatapoints(Filter rows) {
    return Query.of(
            "SELECT " + millis(quoted("timestamp")) + ", value" + from(DatapointsTable.TABLE))
        .then(where(rows))
        .then(" ORDER BY " + quoted("timestamp"));
  }

  /**
   * Datapoints with their seasonality. Columns: epoch milliseconds, value, a number, seasonality
   * data, seasonality columns; in time order.
   *
   * <p>A pair of texts comes with its first row, the others repeat the number: every text that
   * crosses JDBC costs as much as ten numbers, and texts repeat all the time.
   */
  Query seasonalDatapoints(Filter rows) {
    String isFirst = "CASE WHEN " + quoted("timestamp") + " = first THEN ";
    return Query.of(
            "WITH texts AS (SELECT seasonality_data AS data, seasonality_columns AS columns,"
                + " min("
                + quoted("timestamp")
                + ") AS first"
                + from(DatapointsTable.TABLE))
        .then(where(rows))
        .then(
            " GROUP BY ALL) SELECT "
                + millis(quoted("timestamp"))
                + ", value, "
                + millis("first")
                + ", "
                + isFirst
                + "data END, "
                + isFirst
                + "columns END"
                + from(DatapointsTable.TABLE)
                + " JOIN texts ON seasonality_data IS NOT DISTINCT FROM data"
                + " AND seasonality_columns IS NOT DISTINCT FROM columns")
        .then(where(rows))
        .then(" ORDER BY " + quoted("timestamp"));
  }

  Query dropStaging(Staging staging) {
    return Query.of("DROP TABLE IF EXISTS " + nameOf(staging));
  }

  /** One row if any stored row could meet a staged one. */
  Query anyStored(Table table, Filter rows, TimeRange range) {
    return Query.of("SELECT 1" + from(table)).then(where(rows.in(range))).then(" LIMIT 1");
  }

  /**
   * Moves a chunk into its table.
   *
   * @param upsert whether rows of the same key may be stored already
   */
  Query merge(StagedChunk chunk, boolean upsert) {
    Table table = chunk.staging().table().table();
    List<Object> arguments = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Column column : table.columns()) {
      Object constant = chunk.constants().get(column.name());
      if (constant == null) {
        values.add(quoted(column.name()));
      } else {
        values.add(placeholder(column));
        arguments.add(constant);
      }
    }
    String text =
        "INSERT INTO "
            + nameOf(table)
            + " ("
            + columns(table)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM "
            + nameOf(chunk.staging());
    return new Query(upsert ? text + onConflict(table) : text, arguments);
  }

  private static Stream<Column> varying(Table table, Map<String, Object> constants) {
    return table.columns().stream().filter(column -> !constants.containsKey(column.name()));
  }

  /** A schema may be called like the file, so both are named. */
  @Override
  protected String nameOf(Table table) {
    return catalog + super.nameOf(table);
  }

  private String nameOf(Staging staging) {
    return quoted(STAGING_CATALOG) + "." + MAIN + "." + quoted(staging.name());
  }
}
