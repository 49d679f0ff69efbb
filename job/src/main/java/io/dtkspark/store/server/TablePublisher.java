package io.dtkspark.store.server;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.jdbc.Filter;
import io.dtkspark.store.jdbc.JdbcSession;
import io.dtkspark.store.jdbc.Statements;
import io.dtkspark.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The transaction of one publication: delete the replaced range, move chunk after chunk, take their
 * stagings, which are dropped afterwards.
 *
 * <p>Looking for a stored row of the same key, row by row, costs about half as much again. So it is
 * first asked, once, whether any row is stored in the time that the chunks span; mostly none is,
 * because runs continue where the last one ended.
 */
final class TablePublisher implements JdbcSession.Work<Void> {

  private final ServerDialect dialect;
  private final Stagings stagings;
  private final Publication publication;
  private final Filter owner;

  TablePublisher(ServerDialect dialect, Stagings stagings, Publication publication) {
    this.dialect = dialect;
    this.stagings = stagings;
    this.publication = publication;
    this.owner = Filter.detector(publication.metric(), publication.detectorId());
  }

  @Override
  public Void run(Statements statements) throws SQLException {
    List<StagedChunk> chunks = stagings.complete(statements, publication.stagings());
    chunks.forEach(this::requireSameOwner);
    List<StagedChunk> filled = chunks.stream().filter(chunk -> chunk.rows() > 0).toList();
    requireTimeOrder(filled);
    Table table = publication.table().table();
    Optional<TimeRange> replaced = publication.replace();
    if (replaced.isPresent()) {
      statements.run(dialect.delete(table, owner.in(replaced.get())));
    }
    if (!filled.isEmpty()) {
      boolean upsert =
          !statements.list(dialect.anyStored(table, owner, span(filled)), row -> 1).isEmpty();
      for (StagedChunk chunk : filled) {
        requireRows(statements, chunk);
        statements.run(dialect.merge(chunk, upsert));
      }
    }
    for (StagedChunk chunk : chunks) {
      statements.run(dialect.takeStaging(chunk.staging()));
    }
    return null;
  }

  /** A server that crashes empties tables without a log, but not what was said about them. */
  private void requireRows(Statements statements, StagedChunk chunk) throws SQLException {
    if (statements.list(dialect.anyStaged(chunk.staging()), row -> 1).isEmpty()) {
      throw new DtkException(
          ErrorCode.STORE,
          "metric '"
              + publication.metric()
              + "': the server lost the staged rows of chunk "
              + chunk.staging().name()
              + ", as it does when it crashes; nothing of it is stored, so run again");
    }
  }

  private static TimeRange span(List<StagedChunk> chunks) {
    return new TimeRange(chunks.get(0).first(), chunks.get(chunks.size() - 1).last() + 1);
  }

  private void requireSameOwner(StagedChunk chunk) {
    if (chunk.staging().table() != publication.table()
        || !publication.metric().equals(chunk.constants().get("metric_name"))
        || !publication
            .detectorId()
            .equals(Optional.ofNullable(chunk.constants().get("detector_id")))) {
      throw defect("staging " + chunk.staging().name() + " holds rows of something else");
    }
  }

  private void requireTimeOrder(List<StagedChunk> chunks) {
    for (int i = 1; i < chunks.size(); i++) {
      if (chunks.get(i).first() <= chunks.get(i - 1).last()) {
        throw defect("chunk " + chunks.get(i).staging().name() + " overlaps the one before it");
      }
    }
  }

  private DtkException defect(String what) {
    return new DtkException(
        ErrorCode.INTERNAL, "publication of metric " + publication.metric() + ": " + what);
  }
}
