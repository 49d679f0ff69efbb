package io.dtkspark.source.postgres;

import io.dtkspark.config.Profile;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.jdbc.ColumnTypes;
import io.dtkspark.source.jdbc.Engine;
import io.dtkspark.source.jdbc.ServerSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server as a source. Rows come through a cursor, a few thousand at a time.
 *
 * <p>As in detectkit, a query may be several statements, of which the last result counts, and they
 * are committed: the transaction is not read-only, because a temporary table is a way to prepare a
 * query.
 */
public final class PostgresSource implements Engine {

  private static final int FETCH_ROWS = 5000;

  private final Profile profile;

  private PostgresSource(Profile profile) {
    this.profile = profile;
  }

  /** A source that connects when it is first used. */
  public static MetricSource open(Profile profile) {
    return new ServerSource(profile, new PostgresSource(profile));
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = new PostgresConnector(profile).connectForText();
    connection.setAutoCommit(false); // Without a transaction the driver holds whole results.
    return connection;
  }

  @Override
  public void run(Connection connection, String sql, Reading reading) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet result = last(statement, statement.execute(sql))) {
        if (result != null) {
          reading.read(result);
        }
      }
    }
    connection.commit();
  }

  /** The last result; null if there is none. What follows it, even a comment, has no result. */
  private static ResultSet last(Statement statement, boolean first) throws SQLException {
    ResultSet last = first ? statement.getResultSet() : null;
    while (true) {
      if (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) {
        last = statement.getResultSet();
      } else if (statement.getUpdateCount() < 0) {
        return last;
      }
    }
  }

  @Override
  public ColumnTypes types() {
    return PostgresColumns::reader;
  }

  @Override
  public String reason(SQLException failure) {
    return PostgresFailures.reason(profile, failure);
  }
}
