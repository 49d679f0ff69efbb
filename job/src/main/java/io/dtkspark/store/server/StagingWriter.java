package io.dtkspark.store.server;

import io.dtkspark.error.DtkException;
import io.dtkspark.store.Staging;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.RowAppender;
import io.dtkspark.store.jdbc.StagedSpan;
import io.dtkspark.store.jdbc.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of one chunk into its staging, all of them in one transaction. */
final class StagingWriter implements RowAppender {

  private static final String INFINITIES =
      "infinite values are stored as NULL: the database of the state cannot hold them";

  private final Staging staging;
  private final Stagings stagings;
  private final ServerDialect dialect;
  private final JdbcSession session;
  private final Connection connection;
  private final BulkWriter writer;
  private final boolean storesInfinities;
  private final StagedSpan span;
  private boolean lostInfinities;
  private boolean complete;
  private boolean closed;

  /** Takes over the connection, which is in a transaction, and the writer on it. */
  StagingWriter(
      Staging staging,
      Stagings stagings,
      ServerDialect dialect,
      JdbcSession session,
      Connection connection,
      BulkWriter writer,
      boolean storesInfinities) {
    this.staging = staging;
    this.span = new StagedSpan(staging);
    this.stagings = stagings;
    this.dialect = dialect;
    this.session = session;
    this.connection = connection;
    this.writer = writer;
    this.storesInfinities = storesInfinities;
  }

  @Override
  public RowAppender row(long epochMillis) throws SQLException {
    span.add(epochMillis);
    writer.beginRow();
    writer.moment(epochMillis);
    return this;
  }

  @Override
  public RowAppender number(double value) throws SQLException {
    lostInfinities |= !storesInfinities && Double.isInfinite(value);
    writer.number(value);
    return this;
  }

  @Override
  public RowAppender flag(boolean value) throws SQLException {
    writer.flag(value);
    return this;
  }

  @Override
  public RowAppender text(byte[] value) throws SQLException {
    writer.text(value);
    return this;
  }

  @Override
  public void end() throws SQLException {
    writer.endRow();
  }

  @Override
  public void complete() {
    try {
      writer.finish();
      new Statements(connection)
          .run(
              dialect.completeStaging(
                  staging,
                  span.rows(),
                  span.first(),
                  span.rows() == 0 ? span.first() : span.last()));
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
    complete = true;
  }

  @Override
  public List<String> warnings() {
    return lostInfinities ? List.of(INFINITIES) : List.of();
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
      writer.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The rows go with the transaction, then the table goes. */
  private void abandon() throws SQLException {
    try (writer) {
      // Ends the bulk write, without which the connection takes no other command.
    } finally {
      connection.rollback();
      stagings.drop(List.of(staging.name()));
    }
  }
}
