package io.dtkspark.store.clickhouse;

import io.dtkspark.store.Staging;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.StateTables;
import io.dtkspark.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements that make databases and tables, as detectkit 0.67.2 makes them. */
final class ClickHouseTables {

  private final String internalDatabase;
  private final String dataDatabase;

  ClickHouseTables(String internalDatabase, String dataDatabase) {
    this.internalDatabase = internalDatabase;
    this.dataDatabase = dataDatabase;
  }

  /** Databases, the six tables and that of claims; what is there already stays. */
  List<String> createAll() {
    List<String> statements = new ArrayList<>();
    for (String database : List.of(internalDatabase, dataDatabase)) {
      statements.add("CREATE DATABASE IF NOT EXISTS " + Literals.name(database));
    }
    for (Table table : StateTables.ALL) {
      statements.add(create("IF NOT EXISTS ", name(table), table, Map.of(), engine(table)));
    }
    statements.add(createClaims());
    return statements;
  }

  /** A table, quoted. */
  String name(Table table) {
    return name(table.name());
  }

  private String name(String table) {
    return Literals.name(internalDatabase) + "." + Literals.name(table);
  }

  /** The database of the tables, as a text. */
  String database() {
    return Literals.text(internalDatabase);
  }

  /** The columns that the tables have. Columns: name of the table, name of the column. */
  String storedColumns() {
    return "SELECT table, name FROM system.columns WHERE database = " + database();
  }

  /** A statement that gives an older table a column. */
  String addColumn(Table table, Column column) {
    return "ALTER TABLE "
        + name(table)
        + " ADD COLUMN "
        + Literals.name(column.name())
        + " "
        + definition(column, Map.of());
  }

  /** Ours alone: who wants to change a lock; rows that add up to nothing vanish by themselves. */
  String claims() {
    return name("_dtk_claims");
  }

  private String createClaims() {
    return "CREATE TABLE IF NOT EXISTS "
        + claims()
        + " (metric_name String, token String, claimed_at DateTime64(3, 'UTC'), open Int64)"
        + " ENGINE = SummingMergeTree(open) ORDER BY (metric_name, token, claimed_at)"
        + " TTL toDateTime(claimed_at) + INTERVAL 1 DAY";
  }

  /** The table of a staging that may still get rows, as a bare name. */
  static String openName(Staging staging) {
    return "_dtk_s_" + staging.name();
  }

  /** The table of a staging that is complete, as a bare name. */
  static String completeName(Staging staging) {
    return "_dtk_c_" + staging.name();
  }

  /** The table in which a publication brings its stagings together, as a bare name. */
  static String collectionName(Staging first) {
    return "_dtk_p_" + first.name();
  }

  /** Condition on a table's bare name: one of those above. */
  static String isStaging(String column) {
    return "match(" + column + ", '^_dtk_[scp]_')";
  }

  /** A table that is not one of the six, quoted. */
  String stagingName(String bareName) {
    return name(bareName);
  }

  /**
   * A table whose rows can be attached to {@code table}: same columns, same order. What all rows
   * share are defaults, so that it does not cross the network with each row.
   */
  String createStaging(String bareName, Table table, Map<String, Object> constants) {
    return create("", name(bareName), table, constants, "MergeTree()");
  }

  private static String create(
      String condition, String name, Table table, Map<String, Object> constants, String engine) {
    String columns =
        table.columns().stream()
            .map(column -> Literals.name(column.name()) + " " + definition(column, constants))
            .collect(Collectors.joining(", "));
    String key = table.key().stream().map(Literals::name).collect(Collectors.joining(", "));
    return "CREATE TABLE "
        + condition
        + name
        + " ("
        + columns
        + ") ENGINE = "
        + engine
        + " ORDER BY ("
        + key
        + ")";
  }

  private static String engine(Table table) {
    return table
        .version()
        .map(version -> "ReplacingMergeTree(" + Literals.name(version) + ")")
        .orElse("MergeTree()");
  }

  private static String definition(Column column, Map<String, Object> constants) {
    String type = column.nullable() ? "Nullable(" + type(column.kind()) + ")" : type(column.kind());
    Object constant = constants.get(column.name());
    if (constant != null) {
      return type + " DEFAULT " + literal(column, constant);
    }
    return column.zeroByDefault() ? type + " DEFAULT '0'" : type;
  }

  /** A value of a column; moments in epoch milliseconds. */
  static String literal(Column column, Object value) {
    if (column.kind() == ColumnKind.TIME) {
      return Literals.moment(value == null ? null : ((Number) value).longValue());
    }
    return value instanceof Number ? value.toString() : Literals.text((String) value);
  }

  private static String type(ColumnKind kind) {
    return switch (kind) {
      case TEXT -> "String";
      case TIME -> "DateTime64(3, 'UTC')";
      case DOUBLE -> "Float64";
      case BOOLEAN -> "Bool";
      case INTEGER -> "Int32";
      case COUNT -> "UInt32";
      case FLAG -> "UInt8";
    };
  }
}
