package io.dtkspark.source.jdbc;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.MetricSource;
import io.dtkspark.source.SourceRow;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database server as a source. It connects when it is first used, and anew after a failure: a
 * result that is left in the middle is neither read to its end nor waited for.
 */
public final class ServerSource implements MetricSource {

  private final Profile profile;
  private final Engine engine;
  private Connection connection;

  public ServerSource(Profile profile, Engine engine) {
    this.profile = profile;
    this.engine = engine;
  }

  @Override
  public void query(String sql, QueryColumns columns, long before, SourceRow rows) {
    JdbcQuery query = new JdbcQuery(columns, engine.types());
    boolean complete = false;
    try {
      if (connection == null) {
        connection = engine.connect();
      }
      engine.run(connection, sql, result -> query.hand(result, before, rows));
      complete = true;
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      if (!complete) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    Connection failed = connection;
    connection = null;
    if (failed != null) {
      try {
        failed.abort(Runnable::run);
      } catch (SQLException e) {
        // The failure that led here is the one to report.
      }
    }
  }

  private DtkException failure(SQLException e) {
    return new DtkException(ErrorCode.SOURCE, "profile " + profile + ": " + engine.reason(e), e);
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      connection = null;
    }
  }
}
