package io.dtkspark.store.duckdb;

import io.dtkspark.error.DtkException;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.RowAppender;
import io.dtkspark.store.jdbc.StagedSpan;
import io.dtkspark.store.jdbc.Statements;
import java.sql.SQLException;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Appends the rows of one chunk to its staging, column by column in the order of the table.
 *
 * <p>Rows cross to the engine in blocks, each stored when it is full, so memory here does not grow
 * with the chunk. The connection is the appender's own and closed with it.
 */
final class StagingAppender implements RowAppender {

  private static final long MICROS_PER_MILLI = 1000;

  private final Staging staging;
  private final Map<String, Object> constants;
  private final StagingArea area;
  private final DuckDbDialect dialect;
  private final JdbcSession session;
  private final DuckDBConnection connection;
  private final DuckDBAppender appender;
  private final StagedSpan span;
  private boolean complete;
  private boolean closed;

  /** Takes over the connection; the staging's table exists and is empty. */
  StagingAppender(
      Staging staging,
      Map<String, Object> constants,
      StagingArea area,
      DuckDbDialect dialect,
      JdbcSession session,
      DuckDBConnection connection)
      throws SQLException {
    this.staging = staging;
    this.span = new StagedSpan(staging);
    this.constants = constants;
    this.area = area;
    this.dialect = dialect;
    this.session = session;
    this.connection = connection;
    this.appender =
        connection.createAppender(
            DuckDbDialect.STAGING_CATALOG, DuckDbDialect.MAIN, staging.name());
  }

  @Override
  public StagingAppender row(long epochMillis) throws SQLException {
    span.add(epochMillis);
    appender.beginRow().appendEpochMicros(Math.multiplyExact(epochMillis, MICROS_PER_MILLI));
    return this;
  }

  @Override
  public StagingAppender number(double value) throws SQLException {
    if (Double.isNaN(value)) {
      appender.appendNull();
    } else {
      appender.append(value);
    }
    return this;
  }

  @Override
  public StagingAppender flag(boolean value) throws SQLException {
    appender.append(value);
    return this;
  }

  @Override
  public StagingAppender text(byte[] value) throws SQLException {
    appender.append(value);
    return this;
  }

  @Override
  public void end() throws SQLException {
    appender.endRow();
  }

  @Override
  public void complete() {
    try {
      appender.close();
    } catch (SQLException e) {
      throw failure(e);
    }
    complete = true;
    area.add(new StagedChunk(staging, constants, span.rows(), span.first(), span.last()));
  }

  @Override
  public DtkException failure(SQLException e) {
    return session.failure(e);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (connection) {
      if (!complete) {
        abandon();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Closing the appender stores what it still holds, so that comes before the drop. */
  private void abandon() throws SQLException {
    try {
      appender.close();
    } finally {
      new Statements(connection).run(dialect.dropStaging(staging));
    }
  }
}
