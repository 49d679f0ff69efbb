package io.dtkspark.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.TargetTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that detectkit 0.67.2 wrote, and one of ours beside it; see resources/store/README.md. */
class OriginalFileTest {

  private static final String COLUMNS =
      "SELECT concat_ws('|', table_name, column_name, data_type, is_nullable,"
          + " coalesce(column_default, '')) FROM duckdb_columns() WHERE schema_name = 'detectkit'"
          + " AND database_name = current_database() ORDER BY table_name, column_index";
  private static final String KEYS =
      "SELECT table_name || '|' || constraint_text FROM duckdb_constraints()"
          + " WHERE schema_name = 'detectkit' AND constraint_type = 'PRIMARY KEY'"
          + " AND database_name = current_database() ORDER BY table_name";
  private static final String CPU = "cpu";
  private static final String DETECTOR = "d91c0fecf16efb8f";

  @TempDir private Path directory;

  @Test
  void tablesAreThoseOfTheOriginal() throws IOException, SQLException {
    Profile profile = profile(directory.resolve("new.duckdb"));
    try (StateStore store = StateStores.open(profile)) {
      store.createTables();
      List<String> tables = query(profile, COLUMNS);
      tables.addAll(query(profile, KEYS));
      assertEquals(recorded(), tables);
    }
  }

  @Test
  void rowsOfTheOriginalAreReadAndContinued() throws IOException, SQLException {
    Profile profile = profile(original());
    try (StateStore store = StateStores.open(profile)) {
      store.createTables();
      assertEquals(recorded().size(), query(profile, COLUMNS).size() + query(profile, KEYS).size());
      long last = Instant.parse("2024-01-02T23:00:00Z").toEpochMilli();
      assertEquals(Optional.of(last), store.watermarks().lastDatapoint(CPU));
      assertEquals(Optional.of(last), store.watermarks().lastDetection(CPU, DETECTOR));
      assertEquals(Map.of(DETECTOR, 48L), store.upkeep().detectionCounts(CPU));
      List<String> rows = read(store);
      assertEquals("2024-01-01T00:00:00Z 50.0 {\"hour\":0,\"is_weekend\":false}", rows.get(0));
      assertEquals("2024-01-01T03:00:00Z NaN {\"hour\":3,\"is_weekend\":false}", rows.get(3));
      assertEquals(
          "2024-01-02T16:00:00Z Infinity {\"hour\":16,\"is_weekend\":false}", rows.get(40));
      append(store, last + 3_600_000);
      assertEquals(49, read(store).size());
      assertTrue(store.locks().acquire(CPU, false));
    }
  }

  private static void append(StateStore store, long time) {
    Staging staging = new Staging(TargetTable.DATAPOINTS, "next");
    var header = new StateStore.DatapointHeader(CPU, 3600, "hour,is_weekend", time);
    try (DatapointSink sink = store.stageDatapoints(staging, header)) {
      sink.append(time, 1, "{}");
      sink.complete();
    }
    store.publish(
        new Publication(
            TargetTable.DATAPOINTS, CPU, Optional.empty(), List.of(staging), Optional.empty()));
  }

  private static List<String> read(StateStore store) {
    List<String> rows = new ArrayList<>();
    store.readDatapoints(
        CPU,
        new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE),
        (time, value, data, columns) -> {
          assertEquals("hour,is_weekend", columns);
          rows.add(Instant.ofEpochMilli(time) + " " + value + " " + data);
        });
    return rows;
  }

  private Path original() throws IOException {
    Path file = directory.resolve("original.duckdb");
    try (InputStream recorded = resource("original.duckdb.gz");
        InputStream unpacked = new GZIPInputStream(recorded)) {
      Files.copy(unpacked, file);
    }
    return file;
  }

  private static List<String> recorded() throws IOException {
    try (InputStream lines = resource("duckdb-tables.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream resource(String name) {
    return OriginalFileTest.class.getResourceAsStream("/store/" + name);
  }

  private static Profile profile(Path file) {
    return new Profile(
        "dev",
        "duckdb",
        null,
        0,
        null,
        null,
        null,
        file.toString(),
        false,
        "detectkit",
        "main",
        Map.of());
  }

  private static List<String> query(Profile profile, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (DuckDbDatabase database = DuckDbDatabase.open(profile, ErrorCode.STORE);
        Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
