package io.dtkspark.store.clickhouse;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets one process at a time look at a lock and change it, on a server without transactions.
 *
 * <p>A process first inserts a claim and then reads all claims. It goes on when its own is the only
 * one: of two processes, the one whose insert came second must have seen the claim of the first. If
 * it is not alone, the lowest token stays and waits, the others take theirs back and try again.
 *
 * <pre>
 * A: insert a   read {a}      changes the lock   close a
 * B:    insert b   read {a,b}   close b            insert b'   read {b'}   changes the lock
 * </pre>
 *
 * Claims of processes that were killed lapse by the clock of the server.
 */
final class Claims {

  private static final Duration LAPSE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 5;
  private static final int CLOSED = -1;

  private final ClickHouseSession session;

  Claims(ClickHouseSession session) {
    this.session = session;
  }

  /**
   * Does {@code work} while no other process does its own for this metric.
   *
   * @throws DtkException STORE when others do not come to an end
   */
  <T> T alone(String metric, Supplier<T> work) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String token = UUID.randomUUID().toString();
      add(metric, token, 1);
      try {
        if (becomesAlone(metric, token, deadline)) {
          return work.get();
        }
      } finally {
        add(metric, token, CLOSED);
      }
      pause(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS, 10 * PAUSE_MILLIS));
    }
    throw new DtkException(
        ErrorCode.STORE, "metric '" + metric + "': other runs keep changing its lock");
  }

  private void add(String metric, String token, int open) {
    session.write(
        "INSERT INTO "
            + session.tables().claims()
            + " (metric_name, token, claimed_at, open) SETTINGS async_insert = 0 SELECT "
            + Literals.text(metric)
            + ", "
            + Literals.text(token)
            + ", now64(3), "
            + open);
  }

  private boolean becomesAlone(String metric, String token, long deadline) {
    while (System.nanoTime() < deadline) {
      List<String> tokens = open(metric);
      if (!tokens.contains(token) || !tokens.get(0).equals(token)) {
        return false;
      }
      if (tokens.size() == 1) {
        return true;
      }
      pause(PAUSE_MILLIS);
    }
    return false;
  }

  /** Tokens of open claims, lowest first. */
  private List<String> open(String metric) {
    return session.list(
        "SELECT token FROM "
            + session.tables().claims()
            + " WHERE "
            + Conditions.metric(metric)
            + " GROUP BY token HAVING sum(open) > 0 AND max(claimed_at) > now64(3) - INTERVAL "
            + LAPSE.toSeconds()
            + " SECOND ORDER BY token",
        row -> row.text());
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(ErrorCode.STORE, "interrupted while waiting for a lock", e);
    }
  }
}
