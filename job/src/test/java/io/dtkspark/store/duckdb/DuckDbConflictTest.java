package io.dtkspark.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.DuckDbDatabase;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import io.dtkspark.table.TasksTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that meet a transaction of somebody else, such as a metric's query. */
class DuckDbConflictTest {

  private static final String DELETE = "DELETE FROM \"in \"\"x\"\"\"._dtk_tasks";

  @TempDir private Path directory;

  private DuckDbTestDatabase file;
  private DuckDbDatabase other;
  private StateStore store;

  @BeforeEach
  void takeALock() {
    file = new DuckDbTestDatabase(directory.resolve("f.duckdb"));
    other = DuckDbDatabase.open(file.profile(), ErrorCode.SOURCE);
    store = StateStores.open(file.profile());
    store.createTables();
    store.locks().acquire("cpu", false);
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
    file.close();
  }

  @Test
  void writeThatLostAConflictIsTriedAgain() throws Exception {
    try (Connection connection = deleting()) {
      CompletableFuture<Void> release =
          CompletableFuture.runAsync(() -> store.locks().release("cpu", Optional.empty()));
      TimeUnit.MILLISECONDS.sleep(80);
      connection.rollback();
      release.get(10, TimeUnit.SECONDS);
    }
    assertEquals(List.of("status=completed"), file.rows(TasksTable.TABLE, "status"));
  }

  @Test
  void writeThatKeepsLosingFailsAndLeavesTheOldRow() throws SQLException {
    try (Connection connection = deleting()) {
      DtkException e =
          assertThrows(
              DtkException.class, () -> store.locks().release("cpu", Optional.of("E: late")));
      assertEquals(ErrorCode.STORE, e.code());
      assertTrue(e.getMessage().contains("onflict"), e.getMessage());
      connection.rollback();
    }
    assertEquals(List.of("status=running"), file.rows(TasksTable.TABLE, "status"));
    store.locks().release("cpu", Optional.empty());
    assertEquals(List.of("status=completed"), file.rows(TasksTable.TABLE, "status"));
  }

  private Connection deleting() throws SQLException {
    Connection connection = other.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(DELETE);
    }
    return connection;
  }
}
