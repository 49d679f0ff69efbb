package io.dtkspark.store.jdbc;

import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.AutotuneRunsTable;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.DetectionsTable;
import io.dtkspark.table.Table;
import io.dtkspark.table.TasksTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL of the state tables: standard text here, what differs between databases in a subclass.
 *
 * <p>Moments cross JDBC as epoch milliseconds, converted by the database: {@code
 * java.sql.Timestamp} would pass through the zone of the JVM.
 */
public abstract class Dialect {

  private final String location;

  /** A dialect for tables in {@code location}: a schema, or a database where there are none. */
  protected Dialect(String location) {
    this.location = location;
  }

  /** The type of a column. Some databases bound the length of text in a key. */
  protected abstract String type(ColumnKind kind, boolean inKey);

  /** An integer expression: epoch milliseconds of a column. */
  protected abstract String millis(String column);

  /** A moment from a placeholder bound to epoch milliseconds. */
  protected abstract String moment();

  /** Statements that create the profile's locations where they are missing. */
  public abstract List<Query> createLocations();

  /** Whether the failed transaction lost against another one and may be tried again. */
  public abstract boolean lostConflict(SQLException e);

  /**
   * The first statement of a transaction that looks before it writes: what it saw must still hold
   * when it ends. Empty where every transaction is like that.
   */
  protected Optional<Query> beginSerializable() {
    return Optional.empty();
  }

  /** What is behind a failure; empty where the database's own words have to do. */
  protected abstract Optional<Fault> fault(SQLException e);

  /** The columns that the tables have. Columns: name of the table, name of the column. */
  protected Query storedColumns() {
    return Query.of(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ?",
        location);
  }

  /** A statement that gives an older table a column. */
  String addColumn(Table table, Column column) {
    return "ALTER TABLE "
        + nameOf(table)
        + " ADD COLUMN "
        + definition(column, table.isKey(column));
  }

  /** A name as an identifier, whatever characters it has. */
  protected String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The schema or database of the tables, quoted. */
  protected final String location() {
    return quoted(location);
  }

  protected String nameOf(Table table) {
    return location() + "." + quoted(table.name());
  }

  public Query createTable(Table table) {
    List<String> parts = new ArrayList<>();
    for (Column column : table.columns()) {
      parts.add(definition(column, table.isKey(column)));
    }
    parts.add("PRIMARY KEY (" + list(table.key()) + ")");
    return Query.of(
        "CREATE TABLE IF NOT EXISTS " + nameOf(table) + " (" + String.join(", ", parts) + ")");
  }

  private String definition(Column column, boolean inKey) {
    return quoted(column.name())
        + " "
        + type(column.kind(), inKey)
        + (column.nullable() ? "" : " NOT NULL")
        + (column.zeroByDefault() ? " DEFAULT 0" : "");
  }

  public Query insert(Table table, List<Object> row) {
    String values =
        table.columns().stream().map(this::placeholder).collect(Collectors.joining(", "));
    return new Query(
        "INSERT INTO " + nameOf(table) + " (" + columns(table) + ") VALUES (" + values + ")", row);
  }

  /** An insert that replaces a stored row of the same key unless that is newer. */
  public final Query upsert(Table table, List<Object> row) {
    return insert(table, row).then(onConflict(table));
  }

  /** The end of an INSERT whose rows replace stored ones that are not newer. */
  protected String onConflict(Table table) {
    String assignments =
        table.columns().stream()
            .filter(column -> !table.isKey(column))
            .map(column -> quoted(column.name()) + " = excluded." + quoted(column.name()))
            .collect(Collectors.joining(", "));
    String version = quoted(table.version().orElseThrow());
    return " ON CONFLICT ("
        + list(table.key())
        + ") DO UPDATE SET "
        + assignments
        + " WHERE "
        + quoted(table.name())
        + "."
        + version
        + " <= excluded."
        + version;
  }

  public Query delete(Table table, Filter rows) {
    return Query.of("DELETE FROM " + nameOf(table)).then(where(rows));
  }

  public Query firstTimestamp(Table table, Filter rows) {
    return select("min(" + quoted("timestamp") + ")", table, rows);
  }

  public Query lastTimestamp(Table table, Filter rows) {
    return select("max(" + quoted("timestamp") + ")", table, rows);
  }

  private Query select(String moment, Table table, Filter rows) {
    return Query.of("SELECT " + millis(moment) + from(table)).then(where(rows));
  }

  /** Columns: epoch milliseconds, value, seasonality data, seasonality columns; in time order. */
  public Query datapoints(Filter rows) {
    return Query.of(
            "SELECT "
                + millis(quoted("timestamp"))
                + ", value, seasonality_data, seasonality_columns"
                + from(DatapointsTable.TABLE))
        .then(where(rows))
        .then(" ORDER BY " + quoted("timestamp"));
  }

  /** Columns: start of the running task in epoch milliseconds, its timeout in seconds. */
  public Query runningTask(Filter task) {
    return Query.of("SELECT " + millis("started_at") + ", timeout_seconds" + from(TasksTable.TABLE))
        .then(where(task.and("status", TasksTable.RUNNING)));
  }

  /** Columns: detector id, number of rows; ordered by id. */
  public Query detectionCounts(Filter rows) {
    return Query.of("SELECT detector_id, count(*)" + from(DetectionsTable.TABLE))
        .then(where(rows))
        .then(" GROUP BY detector_id ORDER BY detector_id");
  }

  public Query alertConfigIds(Filter rows) {
    return Query.of("SELECT DISTINCT alert_config_id" + from(AlertStatesTable.TABLE))
        .then(where(rows))
        .then(" ORDER BY alert_config_id");
  }

  /** Ids of detectors that searches chose, from the newest run on. */
  public Query winners(Filter rows) {
    return Query.of("SELECT winning_detector_id" + from(AutotuneRunsTable.TABLE))
        .then(where(rows))
        .then(" AND winning_detector_id IS NOT NULL ORDER BY created_at DESC, run_id");
  }

  public Query metricNames(Table table) {
    return Query.of("SELECT DISTINCT metric_name" + from(table));
  }

  public Query count(Table table, Filter rows) {
    return Query.of("SELECT count(*)" + from(table)).then(where(rows));
  }

  /** The table to read from; a database that keeps old versions of rows leaves them out here. */
  protected String from(Table table) {
    return " FROM " + nameOf(table);
  }

  protected final Query where(Filter rows) {
    Query text = Query.of("");
    String word = " WHERE ";
    for (Query condition : conditions(rows)) {
      text = text.then(word).then(condition);
      word = " AND ";
    }
    return text;
  }

  private List<Query> conditions(Filter rows) {
    List<Query> conditions = new ArrayList<>();
    rows.equal()
        .forEach((column, value) -> conditions.add(Query.of(quoted(column) + " = ?", value)));
    rows.range()
        .ifPresent(
            range -> {
              if (range.fromInclusive() != Long.MIN_VALUE) {
                conditions.add(bound(" >= ", range.fromInclusive()));
              }
              if (range.toExclusive() != Long.MAX_VALUE) {
                conditions.add(bound(" < ", range.toExclusive()));
              }
            });
    return conditions;
  }

  private Query bound(String operator, long epochMillis) {
    return Query.of(quoted("timestamp") + operator + moment(), epochMillis);
  }

  protected final String placeholder(Column column) {
    return column.kind() == ColumnKind.TIME ? moment() : "?";
  }

  protected final String columns(Table table) {
    return list(table.columns().stream().map(Column::name).toList());
  }

  protected final String list(List<String> names) {
    return names.stream().map(this::quoted).collect(Collectors.joining(", "));
  }
}
