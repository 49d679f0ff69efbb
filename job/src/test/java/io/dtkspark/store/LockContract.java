package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.table.TasksTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Pipeline locks, as detectkit reads and writes them. */
public abstract class LockContract extends StoreContract {

  @Test
  void heldLockIsRefusedUntilReleased() {
    assertTrue(store.locks().acquire("cpu", false));
    assertFalse(store.locks().acquire("cpu", false));
    assertTrue(store.locks().acquire("ram", false));
    store.locks().release("cpu", Optional.empty());
    assertTrue(store.locks().acquire("cpu", false));
  }

  @Test
  void lockIsFreeAgainOneMillisecondAfterItsHour() {
    store.locks().acquire("cpu", false);
    clock.advance(Duration.ofSeconds(LockStore.TIMEOUT_SECONDS));
    assertFalse(store.locks().acquire("cpu", false));
    clock.advance(Duration.ofMillis(1));
    assertTrue(store.locks().acquire("cpu", false));
  }

  @Test
  void storedTimeoutDecidesNotOurs() {
    database.insert(TasksTable.TABLE, running("2024-03-01 11:59:50.5", 10));
    assertFalse(store.locks().acquire("cpu", false));
    clock.advance(Duration.ofSeconds(1));
    assertTrue(store.locks().acquire("cpu", false));
  }

  @Test
  void forceTakesAHeldLock() {
    store.locks().acquire("cpu", false);
    assertTrue(store.locks().acquire("cpu", true));
    assertFalse(store.locks().acquire("cpu", false));
  }

  @Test
  void rowsAreThoseOfDetectkit() {
    String shared =
        "metric_name=%s, detector_id=pipeline, process_type=pipeline, status=%s, started_at=%s,"
            + " updated_at=%s, last_processed_timestamp=null, error_message=%s,"
            + " timeout_seconds=3600, last_alert_sent=null, alert_count=0, last_recovery_sent=null";
    store.locks().acquire("a", false);
    store.locks().acquire("b", false);
    store.locks().acquire("c", false);
    clock.advance(Duration.ofMinutes(1));
    store.locks().release("b", Optional.empty());
    store.locks().release("c", Optional.of("ValueError: it's \"bad\""));
    String began = "2024-03-01 12:00:00.5";
    String ended = "2024-03-01 12:01:00.5";
    assertEquals(
        List.of(
            format(shared, "a", "running", began, began, "null"),
            format(shared, "b", "completed", ended, ended, "null"),
            format(shared, "c", "failed", ended, ended, "ValueError: it's \"bad\"")),
        database.rows(
            TasksTable.TABLE,
            TasksTable.TABLE.columns().stream().map(c -> c.name()).toArray(String[]::new)));
  }

  @Test
  void clearEndsARunningLockOnly() {
    assertFalse(store.locks().clear("cpu"));
    store.locks().acquire("cpu", false);
    clock.advance(Duration.ofHours(5));
    assertTrue(store.locks().clear("cpu"));
    assertFalse(store.locks().clear("cpu"));
    assertEquals(List.of("status=completed"), database.rows(TasksTable.TABLE, "status"));
    store.locks().release("cpu", Optional.of("E: x"));
    assertFalse(store.locks().clear("cpu"));
    assertEquals(List.of("status=failed"), database.rows(TasksTable.TABLE, "status"));
  }

  @Test
  void ofManyWhoAskAtOnceOneGetsTheLock() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> asking = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        asking.add(
            () -> {
              try (StateStore own = openAnother()) {
                return own.locks().acquire("cpu", false);
              }
            });
      }
      int winners = 0;
      for (Future<Boolean> answer : threads.invokeAll(asking)) {
        winners += answer.get() ? 1 : 0;
      }
      assertEquals(1, winners);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, Object> running(String startedAt, int timeoutSeconds) {
    return Map.of(
        "metric_name",
        "cpu",
        "detector_id",
        "pipeline",
        "process_type",
        "pipeline",
        "status",
        "running",
        "started_at",
        startedAt,
        "updated_at",
        startedAt,
        "timeout_seconds",
        timeoutSeconds,
        "alert_count",
        0);
  }

  private static String format(String pattern, String... values) {
    String text = pattern;
    for (String value : values) {
      text = text.replaceFirst("%s", value);
    }
    return text;
  }
}
