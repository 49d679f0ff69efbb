package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.jdbc.JdbcQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** A DuckDB file as a source, through the one instance this process has of it. */
final class DuckDbSource implements MetricSource {

  /** All that the driver says when a streamed query fails before its first row. */
  private static final String NO_REASON = "Invalid result set";

  private final String name;
  private final DuckDbDatabase database;
  private final DuckDBConnection connection;

  private DuckDbSource(String name, DuckDbDatabase database) {
    this.name = name;
    this.database = database;
    this.connection = database.connect();
  }

  static DuckDbSource open(Profile profile) {
    DuckDbDatabase database = DuckDbDatabase.open(profile, ErrorCode.SOURCE);
    try {
      DuckDbSource source = new DuckDbSource(profile.name(), database);
      source.stream();
      return source;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Without this the driver holds whole results in memory. */
  private void stream() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET jdbc_stream_results = true");
    } catch (SQLException e) {
      throw failure("preparing the connection", e);
    }
  }

  @Override
  public void query(String sql, QueryColumns columns, long before, SourceRow rows) {
    try {
      run(sql, new JdbcQuery(columns, DuckDbColumns::reader), before, rows);
    } catch (SQLException e) {
      throw failure(
          "the query", String.valueOf(e.getMessage()).endsWith(NO_REASON) ? reason(sql, e) : e);
    }
  }

  private void run(String sql, JdbcQuery query, long before, SourceRow rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          query.hand(result, before, rows);
        }
      }
    }
  }

  /** The other way to run a query does say why it fails. */
  private SQLException reason(String sql, SQLException failure) {
    try (DuckDBPreparedStatement statement = connection.prepare(sql)) {
      statement.query().close();
      return failure;
    } catch (SQLException e) {
      return e;
    }
  }

  private DtkException failure(String what, SQLException e) {
    return new DtkException(
        ErrorCode.SOURCE,
        what + " failed on profile '" + name + "': " + String.valueOf(e.getMessage()).strip(),
        e);
  }

  @Override
  public void close() {
    try (database) {
      connection.close();
    } catch (SQLException e) {
      throw failure("closing", e);
    }
  }
}
