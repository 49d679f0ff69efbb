package io.dtkspark.store.duckdb;

import io.dtkspark.error.DtkException;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStore.DetectionHeader;
import io.dtkspark.store.jdbc.DataPlane;
import io.dtkspark.store.jdbc.DatapointRows;
import io.dtkspark.store.jdbc.DetectionRows;
import io.dtkspark.store.jdbc.Filter;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.Query;
import io.dtkspark.store.jdbc.Statements;
import io.dtkspark.table.DatapointColumns;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DetectionSink;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * Rows in bulk on DuckDB: read as a streamed result; appended to stagings in memory, beside the
 * file in the same instance; moved into the file in one transaction.
 */
final class DuckDbDataPlane implements DataPlane {

  private final DuckDbDatabase database;
  private final DuckDbDialect dialect;
  private final JdbcSession session;

  /** Takes over the session, which it publishes with. */
  DuckDbDataPlane(DuckDbDatabase database, DuckDbDialect dialect, JdbcSession session) {
    this.database = database;
    this.dialect = dialect;
    this.session = session;
  }

  /**
   * Streams through the result set: it reports an error in mid-stream. The driver's chunk interface
   * is faster but ends as if all rows had been read.
   */
  @Override
  public void readDatapoints(Filter rows, DatapointColumns receiver) {
    Query query =
        receiver.readsSeasonality()
            ? dialect.seasonalDatapoints(rows)
            : dialect.plainDatapoints(rows);
    try (DuckDBConnection connection = database.connect();
        Statement settings = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(query.text())) {
      // Without this the driver holds whole results in memory.
      settings.execute("SET jdbc_stream_results = true");
      Statements.bind(statement, query.arguments());
      try (ResultSet result = statement.executeQuery()) {
        hand(result, receiver);
      }
    } catch (SQLException e) {
      throw session.failure(e);
    }
  }

  private static void hand(ResultSet result, DatapointColumns receiver) throws SQLException {
    SeasonalityTexts texts = receiver.readsSeasonality() ? new SeasonalityTexts() : null;
    while (result.next()) {
      double value = result.getDouble(2);
      double valueOrNaN = result.wasNull() ? Double.NaN : value;
      if (texts == null) {
        receiver.row(result.getLong(1), valueOrNaN, null, null);
      } else {
        texts.read(result);
        receiver.row(result.getLong(1), valueOrNaN, texts.data(), texts.columns());
      }
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

  private StagingAppender stage(Staging staging, Map<String, Object> constants) {
    StagingArea area = area();
    area.awaitRoom();
    DuckDBConnection connection = database.connect();
    try {
      new Statements(connection).run(dialect.createStaging(staging, constants));
      return new StagingAppender(staging, constants, area, dialect, session, connection);
    } catch (SQLException e) {
      closeAfter(e, connection);
      throw session.failure(e);
    }
  }

  @Override
  public void publish(Publication publication) {
    StagingArea area = area();
    area.beginTurn();
    try {
      List<StagedChunk> chunks = area.chunks(publication.stagings());
      session.write(new Publisher(dialect, publication, chunks));
      // From here on the rows are stored: a second call must not find the stagings.
      publication.stagings().forEach(area::remove);
    } finally {
      area.endTurn();
    }
    dropPublished(publication.stagings());
  }

  private void dropPublished(List<Staging> stagings) {
    try {
      session.write(stagings.stream().map(dialect::dropStaging).toList());
    } catch (DtkException e) {
      // The rows are stored, so the publication succeeded; what is left vanishes with the process.
    }
  }

  @Override
  public void discard(Staging staging) {
    area().remove(staging);
    session.write(List.of(dialect.dropStaging(staging)));
  }

  /** What all users of the file know about stagings; making it attaches the staging catalog. */
  private StagingArea area() {
    session.requireWritable();
    return database.shared(
        StagingArea.class,
        type -> {
          session.write(List.of(dialect.attachStagingCatalog()));
          return new StagingArea();
        });
  }

  private static void closeAfter(SQLException failure, DuckDBConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try (database) {
      session.close();
    }
  }
}
