package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** A DuckDB file as a source, through the one instance this process has of it. */
final class DuckDbSource implements MetricSource {

  private final String name;
  private final DuckDbDatabase database;
  private final Connection connection;

  private DuckDbSource(String name, DuckDbDatabase database, Connection connection) {
    this.name = name;
    this.database = database;
    this.connection = connection;
  }

  static DuckDbSource open(Profile profile) {
    DuckDbDatabase database = DuckDbDatabase.open(profile, ErrorCode.SOURCE);
    try {
      return new DuckDbSource(profile.name(), database, database.connect());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public void query(String sql, QueryColumns columns, long before, SourceRow rows) {
    new JdbcQuery(name, columns).run(connection, sql, before, rows);
  }

  @Override
  public void close() {
    try (database) {
      connection.close();
    } catch (SQLException e) {
      throw new DtkException(
          ErrorCode.SOURCE, "profile '" + name + "': closing failed: " + e.getMessage(), e);
    }
  }
}
