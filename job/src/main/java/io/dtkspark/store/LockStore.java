package io.dtkspark.store;

import java.util.Optional;

/**
 * The pipeline locks in {@code _dtk_tasks}: one row per metric, understood by detectkit as well.
 */
public interface LockStore {

  /** A lock is stale, and free to take, when it was started longer ago than this. */
  int TIMEOUT_SECONDS = 3600;

  /** Takes the lock; false when another run holds it and {@code force} is not set. */
  boolean acquire(String metric, boolean force);

  /** Releases the lock: status {@code completed}, or {@code failed} with the error. */
  void release(String metric, Optional<String> error);

  /** Clears a held lock whatever its age; false when none is held. */
  boolean clear(String metric);
}
