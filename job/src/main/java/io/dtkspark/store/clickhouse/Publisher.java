package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.table.Table;
import java.util.List;
import java.util.Map;

/**
 * One publication without a transaction: everything is checked, then the rows of all chunks are
 * attached in one step, then the rows they replace are deleted. The argument is in {@code
 * docs/decisions/0007}.
 */
final class Publisher {

  private final ClickHouseSession session;
  private final ClickHouseTables tables;
  private final Stagings stagings;
  private final Publication publication;

  Publisher(ClickHouseSession session, Stagings stagings, Publication publication) {
    this.session = session;
    this.tables = session.tables();
    this.stagings = stagings;
    this.publication = publication;
  }

  void publish() {
    List<StagedChunk> chunks = stagings.chunks(publication.stagings());
    chunks.forEach(this::requireSameOwner);
    requireTimeOrder(chunks);
    String target = tables.name(table());
    String published = "";
    if (!chunks.isEmpty()) {
      published = collected(chunks);
      attach(published, target);
    }
    if (publication.replace().isPresent()) {
      deleteOthers(target, publication.replace().get(), published);
    }
    dropStagings();
  }

  private Table table() {
    return publication.table().table();
  }

  /** The one table that holds all rows; parts of tables are shared, not copied. */
  private String collected(List<StagedChunk> chunks) {
    Staging first = chunks.get(0).staging();
    if (chunks.size() == 1) {
      return stagings.complete(first);
    }
    String name = ClickHouseTables.collectionName(first);
    String collection = tables.stagingName(name);
    session.write("DROP TABLE IF EXISTS " + collection);
    session.write(tables.createStaging(name, table(), Map.of()));
    chunks.forEach(chunk -> attach(stagings.complete(chunk.staging()), collection));
    return collection;
  }

  /** All rows of {@code from} appear in {@code to} at once. */
  private void attach(String from, String to) {
    session.write("ALTER TABLE " + to + " ATTACH PARTITION tuple() FROM " + from);
  }

  /**
   * Deletes the rows of the range that are not among the published ones. Those of other versions
   * are told by their version alone. Then none should be left; only when the count says otherwise,
   * because an attempt of the same run stored other rows, are timestamps compared.
   */
  private void deleteOthers(String target, TimeRange range, String published) {
    String inRange = Conditions.andIn(range);
    String rows = Conditions.detector(publication.metric(), publication.detectorId()) + inRange;
    if (published.isEmpty()) {
      deleteAny(target, rows);
      return;
    }
    deleteAny(
        target,
        rows + " AND created_at NOT IN (SELECT DISTINCT created_at FROM " + published + ")");
    if (count(target + " FINAL WHERE " + rows) > count(published + " WHERE true" + inRange)) {
      deleteAny(target, rows + " AND timestamp NOT IN (SELECT timestamp FROM " + published + ")");
    }
  }

  private long count(String rows) {
    return session.list("SELECT count() FROM " + rows, row -> row.integer()).get(0);
  }

  /** Marks rows as deleted, which costs little in a large table, if there are any. */
  private void deleteAny(String target, String rows) {
    String any = "SELECT true FROM " + target + " WHERE " + rows + " LIMIT 1";
    if (!session.list(any, row -> row.flag()).isEmpty()) {
      session.write("DELETE FROM " + target + " WHERE " + rows);
    }
  }

  /** The rows are stored, so the publication succeeded; what is left is swept later. */
  private void dropStagings() {
    try {
      stagings.drop(publication.stagings());
    } catch (DtkException e) {
      return;
    }
  }

  private void requireSameOwner(StagedChunk chunk) {
    String owner = publication.metric() + publication.detectorId().map(id -> "\0" + id).orElse("");
    if (chunk.staging().table() != publication.table() || !chunk.owner().equals(owner)) {
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
