package io.dtkspark.store.postgres;

import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.server.ServerDialect;
import io.dtkspark.table.Column;
import io.dtkspark.table.ColumnKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The SQL of PostgreSQL. */
final class PostgresDialect extends ServerDialect {

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
  protected boolean lacksTables(SQLException e) {
    return UNDEFINED_TABLE.equals(e.getSQLState())
        && String.valueOf(e.getMessage()).contains("_dtk_");
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
