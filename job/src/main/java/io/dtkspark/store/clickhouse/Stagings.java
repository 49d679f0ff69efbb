package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;
import io.dtkspark.table.Column;
import io.dtkspark.table.TargetTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables in which chunks wait. One is renamed when it is complete: that happens or not. */
final class Stagings {

  /** Longer than any run leaves a chunk waiting. */
  private static final Duration LEFTOVER = Duration.ofDays(2);

  private final ClickHouseSession session;
  private final ClickHouseTables tables;
  private final RowTransport transport;

  Stagings(ClickHouseSession session, RowTransport transport) {
    this.session = session;
    this.tables = session.tables();
    this.transport = transport;
  }

  /** Makes an empty staging that is not complete. */
  StagingWriter create(Staging staging, Map<String, Object> constants) {
    String name = ClickHouseTables.openName(staging);
    session.write(tables.createStaging(name, staging.table().table(), constants));
    List<Column> varying =
        staging.table().table().columns().stream()
            .filter(column -> !constants.containsKey(column.name()))
            .toList();
    return new StagingWriter(staging, this, transport.write(name, varying));
  }

  /** Ends a staging, once the server has all its rows. */
  void complete(Staging staging, long rows) {
    String open = tables.stagingName(ClickHouseTables.openName(staging));
    long stored = session.list("SELECT count() FROM " + open, row -> row.integer()).get(0);
    if (stored != rows) {
      throw new DtkException(
          ErrorCode.STORE,
          "staging " + staging.name() + " got " + rows + " rows, the server has " + stored);
    }
    session.write(
        "RENAME TABLE "
            + open
            + " TO "
            + tables.stagingName(ClickHouseTables.completeName(staging)));
  }

  /**
   * The chunks of stagings, in their order, without those that have no rows.
   *
   * @throws DtkException STORE unless all are complete
   */
  List<StagedChunk> chunks(List<Staging> stagings) {
    if (stagings.isEmpty()) {
      return List.of();
    }
    requireComplete(stagings);
    List<StagedChunk> chunks = new ArrayList<>();
    for (Staging staging : stagings) {
      chunks.addAll(chunk(staging));
    }
    return chunks;
  }

  private void requireComplete(List<Staging> stagings) {
    String names =
        stagings.stream()
            .map(staging -> Literals.text(ClickHouseTables.completeName(staging)))
            .collect(Collectors.joining(", "));
    Set<String> found =
        new HashSet<>(
            session.list(
                "SELECT name FROM system.tables WHERE database = "
                    + tables.database()
                    + " AND name IN ("
                    + names
                    + ")",
                row -> row.text()));
    for (Staging staging : stagings) {
      if (!found.contains(ClickHouseTables.completeName(staging))) {
        throw new DtkException(
            ErrorCode.STORE,
            "staging "
                + staging.name()
                + " cannot be published: it is not complete, or it was published or discarded"
                + " before");
      }
    }
  }

  /** One chunk, or none when the staging is empty. */
  private List<StagedChunk> chunk(Staging staging) {
    String detector =
        staging.table() == TargetTable.DETECTIONS ? " || '\\0' || any(detector_id)" : "";
    return session.list(
        "SELECT any(metric_name)"
            + detector
            + ", toUnixTimestamp64Milli(min(timestamp)), toUnixTimestamp64Milli(max(timestamp))"
            + " FROM "
            + complete(staging)
            + " HAVING count() > 0",
        row -> new StagedChunk(staging, row.text(), row.integer(), row.integer()));
  }

  /** The table of a complete staging, quoted. */
  String complete(Staging staging) {
    return tables.stagingName(ClickHouseTables.completeName(staging));
  }

  /** Drops stagings, complete or not; absent ones are ignored. */
  void drop(List<Staging> stagings) {
    for (Staging staging : stagings) {
      drop(ClickHouseTables.openName(staging));
      drop(ClickHouseTables.completeName(staging));
      drop(ClickHouseTables.collectionName(staging));
    }
  }

  private void drop(String bareName) {
    session.write("DROP TABLE IF EXISTS " + tables.stagingName(bareName));
  }

  /** Drops what runs that were killed left behind. */
  void sweep() {
    session
        .list(
            "SELECT name FROM system.tables WHERE database = "
                + tables.database()
                + " AND "
                + ClickHouseTables.isStaging("name")
                + " AND metadata_modification_time < now() - INTERVAL "
                + LEFTOVER.toSeconds()
                + " SECOND",
            row -> row.text())
        .forEach(this::drop);
  }
}
