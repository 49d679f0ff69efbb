package io.dtkspark.cli.scaffold;

import java.util.Locale;

/** Databases that {@code dtk init} writes a connection and an example query for. */
public enum DatabaseType {
  DUCKDB("duckdb", "schema `detectkit` in `monitoring.duckdb`"),
  CLICKHOUSE("clickhouse", "the ClickHouse database `detectkit`"),
  POSTGRES("postgres", "the PostgreSQL schema `detectkit`"),
  MYSQL("mysql", "the MySQL database `detectkit`"),
  MARIADB("mysql", "the MariaDB database `detectkit`");

  private final String templates;
  private final String tables;

  DatabaseType(String templates, String tables) {
    this.templates = templates;
    this.tables = tables;
  }

  /** The spelling of {@code type} in profiles and of {@code --db-type}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the connection's and the query's template. */
  String templates() {
    return templates;
  }

  /** Where results end up, in prose. */
  String tables() {
    return tables;
  }
}
