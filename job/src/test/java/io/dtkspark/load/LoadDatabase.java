package io.dtkspark.load;

import io.dtkspark.config.Profile;
import io.dtkspark.config.QueryColumns;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.publish.ChunkResult;
import io.dtkspark.series.TimeRange;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.Publication;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.TargetTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State and source of a load in one database in memory. */
final class LoadDatabase implements AutoCloseable {

  private final Profile profile;
  private final DuckDbDatabase database;
  private final StateStore store;
  private int runs;

  LoadDatabase(String name) {
    profile =
        new Profile(
            name, "duckdb", null, 0, null, null, null, ":memory:", false, "main", "main", Map.of());
    database = DuckDbDatabase.open(profile, ErrorCode.SOURCE);
    store = StateStores.open(profile);
    store.createTables();
  }

  /** A metric's load. */
  record Load(
      String metric,
      String query,
      long intervalSeconds,
      List<String> ownSeasonality,
      List<String> builtinSeasonality) {

    static Load of(String metric, String query, long intervalSeconds) {
      return new Load(metric, query, intervalSeconds, List.of(), List.of());
    }
  }

  void run(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  LoadTask task(Load load, List<TimeRange> batches, int connections) {
    return new LoadTask(
        0,
        0,
        profile,
        profile,
        new DatapointHeader(load.metric(), load.intervalSeconds(), "", 1),
        load.query(),
        new QueryColumns("timestamp", "value", load.ownSeasonality()),
        load.builtinSeasonality(),
        batches,
        connections,
        "r" + runs++);
  }

  /** Runs one chunk without publishing it. */
  ChunkResult stage(Load load, TimeRange... batches) {
    return LoadStage.run(task(load, List.of(batches), 1), 0);
  }

  /** Publishes what the chunk staged. */
  void publish(String metric, ChunkResult chunk) {
    store.publish(
        new Publication(
            TargetTable.DATAPOINTS,
            metric,
            Optional.empty(),
            List.of(chunk.stagingIfAny().orElseThrow()),
            Optional.empty()));
  }

  /** The stored rows: epoch milliseconds, value or NULL, seasonality, with tabs between. */
  List<String> rows(String metric) {
    List<String> rows = new ArrayList<>();
    store.readDatapoints(
        metric,
        new TimeRange(-10_000_000_000_000L, 10_000_000_000_000L),
        (millis, value, seasonality, columns) ->
            rows.add(millis + "\t" + (Double.isNaN(value) ? "NULL" : value) + "\t" + seasonality));
    return rows;
  }

  @Override
  public void close() {
    store.close();
    database.close();
  }
}
