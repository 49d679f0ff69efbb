package io.dtkspark.store.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.Staging;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStore.DatapointHeader;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.TargetTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables as detectkit 0.67.2 makes them: its own statements, run on the server of the tests. */
class OriginalTablesTest {

  private static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  private ClickHouseTestDatabase original;
  private ClickHouseTestDatabase ours;

  @BeforeEach
  void createBoth() throws IOException {
    original = ClickHouseTestDatabase.create();
    ours = ClickHouseTestDatabase.create();
    for (String statement : statements()) {
      original.run(
          statement
              .replace("INTERNAL", original.internal())
              .replace("EXISTS DATA", "EXISTS " + original.data()));
    }
    try (StateStore store = StateStores.open(ours.profile())) {
      store.createTables();
    }
  }

  @AfterEach
  void drop() {
    original.close();
    ours.close();
  }

  private static String[] statements() throws IOException {
    try (InputStream file =
        OriginalTablesTest.class.getResourceAsStream("/store/clickhouse-tables.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n;\n");
    }
  }

  @Test
  void ourTablesAreThoseOfDetectkit() {
    assertEquals(described(original), described(ours));
  }

  /** Tables and columns of detectkit as the server tells of them. */
  private static List<String> described(ClickHouseTestDatabase database) {
    String detectkits =
        " = " + Literals.text(database.profile().internalLocation()) + " AND %s != '_dtk_claims'";
    List<String> lines =
        new ArrayList<>(
            database.query(
                "SELECT concat(name, '|', engine_full, '|', sorting_key, '|', primary_key)"
                    + " FROM system.tables WHERE database"
                    + detectkits.replace("%s", "name")
                    + " ORDER BY name",
                row -> row.text()));
    lines.addAll(
        database.query(
            "SELECT concat(table, '|', name, '|', type, '|', default_kind, default_expression)"
                + " FROM system.columns WHERE database"
                + detectkits.replace("%s", "table")
                + " ORDER BY table, position",
            row -> row.text()));
    return lines;
  }

  @Test
  void tablesOfDetectkitTakeOurRows() {
    try (StateStore store = StateStores.open(original.profile())) {
      store.createTables();
      Staging staging = new Staging(TargetTable.DATAPOINTS, "chunk");
      try (DatapointSink sink =
          store.stageDatapoints(staging, new DatapointHeader("cpu", 60, "hour", 1))) {
        sink.append(0, 1.5, "{\"hour\":0}");
        sink.complete();
      }
      store.publish(
          new Publication(
              TargetTable.DATAPOINTS, "cpu", Optional.empty(), List.of(staging), Optional.of(ALL)));
      List<Double> values = new ArrayList<>();
      store.readDatapoints("cpu", ALL, (time, value, data, columns) -> values.add(value));
      assertEquals(List.of(1.5), values);
    }
  }
}
