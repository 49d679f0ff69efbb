package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.table.TargetTable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class StateStoresTest {

  @TempDir private Path directory;

  @Test
  void typeWithoutAStoreIsNamed() {
    DtkException e =
        assertThrows(
            DtkException.class, () -> StateStores.open(profile("bigquery", false)).close());
    assertEquals(ErrorCode.CONFIG, e.code());
    assertTrue(e.getMessage().contains("'bigquery'"), e.getMessage());
  }

  @Test
  void readOnlyProfileReadsAndRefusesToWrite() {
    try (StateStore writable = StateStores.open(profile("duckdb", false))) {
      writable.createTables();
      writable.locks().acquire("cpu", false);
    }
    try (StateStore store = StateStores.open(profile("duckdb", true))) {
      assertReadsOnly(store);
    }
  }

  @Test
  void readOnlyProfileRefusesToWriteThroughAWritableInstance() {
    try (StateStore writable = StateStores.open(profile("duckdb", false));
        StateStore store = StateStores.open(profile("duckdb", true))) {
      writable.createTables();
      writable.locks().acquire("cpu", false);
      assertReadsOnly(store);
    }
  }

  private static void assertReadsOnly(StateStore store) {
    assertEquals(Set.of("cpu"), store.upkeep().metricNames());
    store.readDatapoints("cpu", new TimeRange(0, 1), (time, value, data, columns) -> {});
    assertRefused(store::createTables);
    assertRefused(() -> store.locks().release("cpu", Optional.empty()));
    assertRefused(
        () ->
            store
                .stageDatapoints(
                    new Staging(TargetTable.DATAPOINTS, "x"),
                    new StateStore.DatapointHeader("cpu", 60, "", 0))
                .close());
  }

  private static void assertRefused(Executable write) {
    DtkException e = assertThrows(DtkException.class, write);
    assertEquals(ErrorCode.STORE, e.code());
    assertTrue(e.getMessage().contains("read_only"), e.getMessage());
  }

  private Profile profile(String type, boolean readOnly) {
    String path = directory.resolve("state.duckdb").toString();
    return new Profile(
        "dev", type, null, 0, null, null, null, path, readOnly, "detectkit", "main", Map.of());
  }
}
