package io.dtkspark.store.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.Profile;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.FaultContract;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of servers that have databases and users with rights. */
public abstract class ServerFaultContract extends FaultContract {

  protected static final String PASSWORD = "reader";

  /** The database of the test. */
  protected abstract ServerTestDatabase server();

  /** Makes a user that may look at the tables of the test but not write; returns its name. */
  protected abstract String createReader();

  /** Drops the user if it is there. */
  protected abstract void dropReader();

  /** Ends the connections of all others to the server. */
  protected abstract void dropConnections();

  @AfterEach
  void dropUsers() {
    dropReader();
  }

  @Override
  protected void dropColumn(String table, String column) {
    server().run("ALTER TABLE " + server().name(table) + " DROP COLUMN " + column);
  }

  @Test
  void anUnknownDatabaseIsNamed() {
    Profile p = database.profile();
    assertRefused(at(p.host(), p.port(), p.user(), p.password(), "absent"), "no such database");
  }

  @Test
  void aUserWhoMayNotCreateTablesIsTold() {
    assertRefused(login(createReader(), PASSWORD), "the user lacks a right");
  }

  @Test
  void aUserWhoMayNotWriteIsToldWhichTable() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    try (StateStore reader = StateStores.open(login(createReader(), PASSWORD), clock)) {
      assertFails(ErrorCode.STORE, "_dtk_tasks", () -> reader.locks().acquire("cpu", false));
      assertFails(ErrorCode.STORE, "the user lacks a right", () -> reader.upkeep().purge("cpu"));
    }
    assertEquals(List.of(1.0, 2.0), values("cpu"));
  }

  @Test
  void aKeptConnectionThatTheServerDroppedIsReplaced() {
    store.locks().acquire("cpu", false);
    dropConnections();
    store.locks().release("cpu", Optional.empty());
    dropConnections();
    assertEquals(List.of(), values("cpu"));
    assertEquals(Optional.empty(), store.watermarks().lastDatapoint("cpu"));
  }
}
