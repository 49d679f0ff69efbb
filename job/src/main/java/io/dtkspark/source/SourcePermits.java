package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Limits how many tasks of this process read one source at once: a backfill must not starve those
 * whom the database serves.
 */
public final class SourcePermits {

  private record Limit(String profile, int connections) {}

  private static final Map<Limit, Semaphore> PERMITS = new ConcurrentHashMap<>();

  private SourcePermits() {}

  /**
   * Does {@code work} on the profile's source when at most {@code connections} others do; waits
   * before it begins. All callers of one run name the same number.
   */
  public static void during(Profile profile, int connections, Runnable work) {
    Semaphore permits =
        PERMITS.computeIfAbsent(
            new Limit(profile.toString(), connections), limit -> new Semaphore(connections, true));
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(ErrorCode.SOURCE, "interrupted while waiting for a connection", e);
    }
    try {
      work.run();
    } finally {
      permits.release();
    }
  }
}
