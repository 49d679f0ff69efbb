package io.dtkspark.store.server;

import io.dtkspark.error.DtkException;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.store.jdbc.DataPlane;
import io.dtkspark.store.jdbc.DatapointRows;
import io.dtkspark.store.jdbc.DetectionRows;
import io.dtkspark.store.jdbc.Filter;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import io.dtkspark.table.StagingsTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Rows in bulk on a server: written to tables of their own, moved in one transaction. */
public final class ServerDataPlane implements DataPlane {

  private final JdbcSession session;
  private final JdbcSession.Connector connector;
  private final ServerDialect dialect;
  private final BulkPath bulk;
  private final Stagings stagings;

  /**
   * @param session for what runs in one transaction; closed by the caller
   * @param connector opens the connection of each bulk read or write
   */
  public ServerDataPlane(
      JdbcSession session,
      JdbcSession.Connector connector,
      ServerDialect dialect,
      BulkPath bulk,
      Clock clock) {
    this.session = session;
    this.connector = connector;
    this.dialect = dialect;
    this.bulk = bulk;
    this.stagings = new Stagings(session, dialect, clock);
  }

  @Override
  public void readDatapoints(Filter rows, DatapointColumns receiver) {
    try (Connection connection = connector.connect()) {
      connection.setAutoCommit(false);
      bulk.read(connection, dialect.datapoints(rows), receiver);
    } catch (SQLException e) {
      throw session.failure(e);
    }
  }

  @Override
  public DatapointSink stageDatapoints(Staging staging, DatapointHeader header) {
    return new DatapointRows(stage(staging, header.constants()));
  }

  @Override
  public DetectionSink stageDetections(Staging staging, DetectionHeader header) {
    return new DetectionRows(stage(staging, header.constants()));
  }

  private StagingWriter stage(Staging staging, Map<String, Object> constants) {
    session.requireWritable();
    stagings.create(staging, constants);
    try {
      return open(staging, constants);
    } catch (SQLException e) {
      throw session.failure(e);
    }
  }

  private StagingWriter open(Staging staging, Map<String, Object> constants) throws SQLException {
    Connection connection = connector.connect();
    try {
      connection.setAutoCommit(false);
      BulkWriter writer =
          bulk.write(
              connection,
              dialect.nameOf(staging),
              dialect.varying(staging.table().table(), constants));
      return new StagingWriter(
          staging, stagings, dialect, session, connection, writer, bulk.storesInfinities());
    } catch (SQLException e) {
      try (connection) {
        throw e;
      }
    }
  }

  @Override
  public void publish(Publication publication) {
    session.write(new TablePublisher(dialect, stagings, publication));
    try {
      stagings.drop(names(publication.stagings()));
    } catch (DtkException e) {
      // The rows are stored, so the publication succeeded; the empty shell is swept later.
    }
  }

  @Override
  public void discard(Staging staging) {
    stagings.drop(List.of(staging.name()));
  }

  @Override
  public void prepare() {
    session.write(List.of(dialect.createTable(StagingsTable.TABLE)));
    stagings.sweep();
  }

  private static List<String> names(List<Staging> stagings) {
    return stagings.stream().map(Staging::name).toList();
  }

  @Override
  public void close() {}
}
