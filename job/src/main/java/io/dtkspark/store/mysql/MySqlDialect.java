package io.dtkspark.store.mysql;

import io.dtkspark.store.jdbc.Fault;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.server.ServerDialect;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import io.dtkspark.table.Table;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** SQL that MySQL 8 and MariaDB 10 understand alike. */
final class MySqlDialect extends ServerDialect {

  private static final String EPOCH = "CAST('1970-01-01' AS DATETIME(3))";
  private static final int NO_SUCH_TABLE = 1146;

  /** The driver's own word for a connection that is not there or breaks; it has no number. */
  private static final String COMMUNICATION = "08S01";

  private static final Map<Integer, Fault> FAULTS =
      Map.ofEntries(
          Map.entry(1053, Fault.LOST),
          Map.entry(1927, Fault.LOST),
          Map.entry(1045, Fault.LOGIN),
          Map.entry(1044, Fault.RIGHTS),
          Map.entry(1142, Fault.RIGHTS),
          Map.entry(1143, Fault.RIGHTS),
          Map.entry(1227, Fault.RIGHTS),
          Map.entry(1049, Fault.NO_DATABASE),
          Map.entry(1054, Fault.OLD_TABLE),
          Map.entry(1021, Fault.FULL),
          Map.entry(1114, Fault.FULL),
          Map.entry(1040, Fault.CROWDED),
          Map.entry(1203, Fault.CROWDED),
          Map.entry(1226, Fault.CROWDED));

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
  protected Optional<Fault> fault(SQLException e) {
    if (COMMUNICATION.equals(e.getSQLState()) && e.getErrorCode() == 0) {
      return Optional.of(neverConnected(e) ? Fault.UNREACHABLE : Fault.LOST);
    }
    boolean noTables =
        e.getErrorCode() == NO_SUCH_TABLE && String.valueOf(e.getMessage()).contains("_dtk_");
    return noTables
        ? Optional.of(Fault.NO_TABLES)
        : Optional.ofNullable(FAULTS.get(e.getErrorCode()));
  }

  private static boolean neverConnected(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
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
