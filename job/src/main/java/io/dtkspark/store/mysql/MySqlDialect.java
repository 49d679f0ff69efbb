package io.dtkspark.store.mysql;

import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.server.ServerDialect;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** SQL that MySQL 8 and MariaDB 10 understand alike. */
final class MySqlDialect extends ServerDialect {

  private static final String EPOCH = "CAST('1970-01-01' AS DATETIME(3))";
  private static final int NO_SUCH_TABLE = 1146;

  /** Record changed, duplicate key, lock wait timeout, deadlock. */
  private static final Set<Integer> CONFLICTS = Set.of(1020, 1062, 1205, 1213);

  private final List<String> locations;

  MySqlDialect(String internalLocation, String dataLocation) {
    super(internalLocation);
    locations = Stream.of(internalLocation, dataLocation).distinct().toList();
  }

  /** Text cannot be part of a key without a length. */
  @Override
  protected String type(ColumnKind kind, boolean inKey) {
    return switch (kind) {
      case TEXT -> inKey ? "VARCHAR(255)" : "TEXT";
      case TIME -> "DATETIME(3)";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "TINYINT(1)";
      case INTEGER, COUNT, FLAG -> "INT";
    };
  }

  @Override
  protected String quoted(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  protected String millis(String column) {
    return "TIMESTAMPDIFF(MICROSECOND, " + EPOCH + ", " + column + ") DIV 1000";
  }

  @Override
  protected String moment() {
    return "DATE_ADD(" + EPOCH + ", INTERVAL ? * 1000 MICROSECOND)";
  }

  @Override
  public List<Query> createLocations() {
    return locations.stream()
        .map(name -> Query.of("CREATE DATABASE IF NOT EXISTS " + quoted(name)))
        .toList();
  }

  @Override
  public boolean lostConflict(SQLException e) {
    return CONFLICTS.contains(e.getErrorCode());
  }

  @Override
  protected boolean lacksTables(SQLException e) {
    return e.getErrorCode() == NO_SUCH_TABLE && String.valueOf(e.getMessage()).contains("_dtk_");
  }

  @Override
  protected String createStagingPrefix() {
    return "CREATE TABLE ";
  }

  /** Assignments happen from left to right, so the version that decides comes last. */
  @Override
  protected String onConflict(Table table) {
    String version = table.version().orElseThrow();
    List<String> assignments = new ArrayList<>();
    for (Column column : table.columns()) {
      if (!table.isKey(column) && !column.name().equals(version)) {
        assignments.add(newest(table, column.name(), version));
      }
    }
    assignments.add(newest(table, version, version));
    return " ON DUPLICATE KEY UPDATE " + String.join(", ", assignments);
  }

  private String newest(Table table, String column, String version) {
    String stored = nameOf(table) + ".";
    return quoted(column)
        + " = IF(VALUES("
        + quoted(version)
        + ") >= "
        + stored
        + quoted(version)
        + ", VALUES("
        + quoted(column)
        + "), "
        + stored
        + quoted(column)
        + ")";
  }
}
