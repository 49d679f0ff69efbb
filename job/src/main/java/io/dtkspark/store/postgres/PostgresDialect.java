package io.dtkspark.store.postgres;

import io.dtkspark.store.jdbc.Fault;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.server.ServerDialect;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The SQL of PostgreSQL. */
final class PostgresDialect extends ServerDialect {

  /** By SQLSTATE. 57P01 to 57P03: the server stops, has crashed, or is still starting. */
  private static final Map<String, Fault> FAULTS =
      Map.ofEntries(
          Map.entry("08001", Fault.UNREACHABLE),
          Map.entry("08003", Fault.LOST),
          Map.entry("08006", Fault.LOST),
          Map.entry("57P01", Fault.LOST),
          Map.entry("57P02", Fault.LOST),
          Map.entry("57P03", Fault.UNREACHABLE),
          Map.entry("28000", Fault.LOGIN),
          Map.entry("28P01", Fault.LOGIN),
          Map.entry("42501", Fault.RIGHTS),
          Map.entry("3D000", Fault.NO_DATABASE),
          Map.entry("42703", Fault.OLD_TABLE),
          Map.entry("53100", Fault.FULL),
          Map.entry("53400", Fault.FULL),
          Map.entry("53300", Fault.CROWDED));

  private static final String UNDEFINED_TABLE = "42P01";

  /** Unique violation, serialization failure, deadlock; two sessions making the same schema. */
  private static final Set<String> CONFLICTS = Set.of("23505", "40001", "40P01", "42P06", "42P07");

  private final List<String> locations;

  PostgresDialect(String internalLocation, String dataLocation) {
    super(internalLocation);
    locations = Stream.of(internalLocation, dataLocation).distinct().toList();
  }

  @Override
  protected String type(ColumnKind kind, boolean inKey) {
    return switch (kind) {
      case TEXT -> "TEXT";
      case TIME -> "TIMESTAMP(3)";
      case DOUBLE -> "DOUBLE PRECISION";
      case BOOLEAN -> "BOOLEAN";
      case INTEGER, COUNT, FLAG -> "INTEGER";
    };
  }

  @Override
  protected String millis(String column) {
    return "CAST(FLOOR(EXTRACT(EPOCH FROM " + column + ") * 1000) AS BIGINT)";
  }

  /** Days and the rest apart: an interval of milliseconds alone is rounded after the year 2255. */
  @Override
  protected String moment() {
    return "(SELECT TIMESTAMP 'epoch' + (m / 86400000) * INTERVAL '1 day'"
        + " + (m % 86400000) * INTERVAL '1 millisecond' FROM (SELECT CAST(? AS BIGINT) AS m) AS t)";
  }

  @Override
  public List<Query> createLocations() {
    return locations.stream()
        .map(name -> Query.of("CREATE SCHEMA IF NOT EXISTS " + quoted(name)))
        .toList();
  }

  @Override
  public boolean lostConflict(SQLException e) {
    return CONFLICTS.contains(String.valueOf(e.getSQLState()));
  }

  @Override
  protected Optional<Fault> fault(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    boolean noTables =
        state.equals(UNDEFINED_TABLE) && String.valueOf(e.getMessage()).contains("_dtk_");
    return noTables ? Optional.of(Fault.NO_TABLES) : Optional.ofNullable(FAULTS.get(state));
  }

  @Override
  protected String createStagingPrefix() {
    return "CREATE UNLOGGED TABLE ";
  }

  @Override
  protected String constant(Column column) {
    return column.kind() == ColumnKind.TIME
        ? placeholder(column)
        : "CAST(? AS " + type(column.kind(), false) + ")";
  }
}
