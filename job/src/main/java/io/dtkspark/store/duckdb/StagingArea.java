package io.dtkspark.store.duckdb;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Staging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What everyone who uses a file knows about its stagings: which are complete, and whose turn it is
 * to publish.
 */
final class StagingArea {

  /** About a gigabyte of detections; DuckDB moves what does not fit in memory to disk. */
  private static final long ROWS_WAITING = 4_000_000;

  private final long rowsWaitingLimit;
  private final Map<Staging, StagedChunk> complete = new HashMap<>();
  private long rowsWaiting;
  private boolean publishing;

  StagingArea() {
    this(ROWS_WAITING);
  }

  StagingArea(long rowsWaitingLimit) {
    this.rowsWaitingLimit = rowsWaitingLimit;
  }

  /** Waits until there is room for more; there always is when nobody publishes. */
  synchronized void awaitRoom() {
    awaitWhile(() -> publishing && rowsWaiting > rowsWaitingLimit);
  }

  synchronized void add(StagedChunk chunk) {
    complete.put(chunk.staging(), chunk);
    rowsWaiting += chunk.rows();
  }

  synchronized void remove(Staging staging) {
    StagedChunk chunk = complete.remove(staging);
    if (chunk != null) {
      rowsWaiting -= chunk.rows();
      notifyAll();
    }
  }

  /** Waits for the turn to publish, which ends with {@link #endTurn}. */
  synchronized void beginTurn() {
    awaitWhile(() -> publishing);
    publishing = true;
  }

  synchronized void endTurn() {
    publishing = false;
    notifyAll();
  }

  /** The chunks of the given stagings. */
  synchronized List<StagedChunk> chunks(List<Staging> stagings) {
    List<StagedChunk> chunks = new ArrayList<>();
    for (Staging staging : stagings) {
      StagedChunk chunk = complete.get(staging);
      if (chunk == null) {
        throw new DtkException(
            ErrorCode.STORE,
            "staging "
                + staging.name()
                + " cannot be published: it is not complete, or it was published or discarded before");
      }
      chunks.add(chunk);
    }
    return chunks;
  }

  private void awaitWhile(BooleanSupplier busy) {
    try {
      while (busy.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DtkException(ErrorCode.STORE, "interrupted while waiting for a publication", e);
    }
  }
}
