package io.dtkspark.store.clickhouse;

import io.dtkspark.store.LockStore;
import io.dtkspark.table.TasksTable;
import java.time.Clock;
import java.util.Optional;

/** Pipeline locks as rows; looking and taking happen under a {@linkplain Claims claim}. */
final class ClickHouseLocks implements LockStore {

  private final ClickHouseSession session;
  private final Claims claims;
  private final Clock clock;

  ClickHouseLocks(ClickHouseSession session, Clock clock) {
    this.session = session;
    this.claims = new Claims(session);
    this.clock = clock;
  }

  @Override
  public boolean acquire(String metric, boolean force) {
    return claims.alone(
        metric,
        () -> {
          if (!force && isHeld(metric)) {
            return false;
          }
          replace(metric, TasksTable.RUNNING, Optional.empty());
          return true;
        });
  }

  @Override
  public void release(String metric, Optional<String> error) {
    String status = error.isPresent() ? TasksTable.FAILED : TasksTable.COMPLETED;
    claims.alone(
        metric,
        () -> {
          replace(metric, status, error);
          return true;
        });
  }

  @Override
  public boolean clear(String metric) {
    return claims.alone(
        metric,
        () -> {
          boolean held =
              !session.list(running(metric, "timeout_seconds > 0"), r -> r.flag()).isEmpty();
          if (held) {
            replace(metric, TasksTable.COMPLETED, Optional.empty());
          }
          return held;
        });
  }

  private boolean isHeld(String metric) {
    String remaining =
        "toUnixTimestamp64Milli(started_at) + timeout_seconds * 1000 >= " + clock.millis();
    return session.list(running(metric, remaining), row -> row.flag()).contains(true);
  }

  private String running(String metric, String expression) {
    return "SELECT "
        + expression
        + " FROM "
        + session.tables().name(TasksTable.TABLE)
        + " WHERE "
        + task(metric)
        + " AND "
        + Conditions.equal("status", TasksTable.RUNNING);
  }

  /** Killed in between it leaves no row, which is a free lock. */
  private void replace(String metric, String status, Optional<String> error) {
    session.delete(TasksTable.TABLE, task(metric));
    session.insert(
        TasksTable.TABLE,
        TasksTable.row(metric, status, error.orElse(null), TIMEOUT_SECONDS, clock.millis()));
  }

  private static String task(String metric) {
    return Conditions.detector(metric, Optional.of(TasksTable.PIPELINE))
        + " AND "
        + Conditions.equal("process_type", TasksTable.PIPELINE);
  }
}
