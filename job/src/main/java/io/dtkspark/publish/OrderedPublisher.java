package io.dtkspark.publish;

import io.dtkspark.error.DtkException;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.PublicationStore;
import io.dtkspark.store.Staging;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes the chunks of one metric (and detector) in time order, whatever order they finish in.
 *
 * <p>Both this program and detectkit resume after the newest stored timestamp. So what is published
 * is always a prefix of time, and a prefix ends where the resumed run finds the same batch grid: a
 * chunk whose last slot has no row waits for the next one that has, or for the end of the stream.
 *
 * <pre>
 * arrives   published            chunk 1 ends in a gap
 *   2       -
 *   0       [0]
 *   1       [1 2]                together, in one transaction
 * </pre>
 *
 * <p>Small chunks are published together: a publication costs the store something of its own.
 *
 * <p>On a full refresh each publication replaces its own range in the same transaction: readers see
 * old rows or new ones, never a hole.
 */
public final class OrderedPublisher {

  private final TargetTable table;
  private final String metric;
  private final Optional<String> detectorId;
  private final int chunks;
  private final Optional<TimeRange> replace;
  private final long enoughRows;

  private final Map<Integer, ChunkResult> waiting = new HashMap<>();
  private final List<ChunkResult> held = new ArrayList<>();
  private int next;
  private long rows;
  private long anomalies;
  private DtkException failure;
  private boolean finished;

  /**
   * @param chunks number of chunks that will arrive
   * @param replace full refresh: the whole range to replace
   * @param enoughRows rows worth a publication before the stream's end
   */
  public OrderedPublisher(
      TargetTable table,
      String metric,
      Optional<String> detectorId,
      int chunks,
      Optional<TimeRange> replace,
      long enoughRows) {
    this.table = table;
    this.metric = metric;
    this.detectorId = detectorId;
    this.chunks = chunks;
    this.replace = replace;
    this.enoughRows = enoughRows;
  }

  /** Ends a stream that has no chunks: only the replaced range, if any, is left to do. */
  public void finishWithoutChunks(PublicationStore store) {
    if (chunks > 0) {
      throw new IllegalStateException(chunks + " chunks are still to come");
    }
    try {
      replace.ifPresent(range -> publish(store, List.of(), Optional.of(range)));
      finished = true;
    } catch (DtkException e) {
      fail(store, e);
    }
  }

  /** Takes the next finished chunk and publishes what has become publishable. */
  public void arrived(PublicationStore store, ChunkResult chunk) {
    if (failure != null) {
      discard(store, chunk);
      return;
    }
    waiting.put(chunk.index(), chunk);
    try {
      publishReady(store);
    } catch (DtkException e) {
      fail(store, e);
    }
  }

  private void publishReady(PublicationStore store) {
    for (ChunkResult chunk = waiting.remove(next); chunk != null; chunk = waiting.remove(next)) {
      held.add(chunk);
      next++;
      boolean last = next == chunks;
      if (last || chunk.failed() || (chunk.endsOnGrid() && heldRows() >= enoughRows)) {
        publishHeld(store, last && !chunk.failed());
      }
      if (chunk.failed()) {
        fail(store, chunk.failure());
        return;
      }
      finished = last;
    }
  }

  private long heldRows() {
    return held.stream().mapToLong(ChunkResult::rows).sum();
  }

  private void publishHeld(PublicationStore store, boolean last) {
    ChunkResult newest = held.get(held.size() - 1);
    if (newest.failed() && !newest.endsOnGrid()) {
      held.forEach(chunk -> discard(store, chunk));
      held.clear();
      return;
    }
    List<Staging> stagings = new ArrayList<>();
    held.forEach(chunk -> chunk.stagingIfAny().ifPresent(stagings::add));
    Optional<TimeRange> replaced = replace.map(whole -> replacedBy(whole, newest, last));
    if (!stagings.isEmpty() || replaced.isPresent()) {
      publish(store, stagings, replaced);
    }
    for (ChunkResult chunk : held) {
      rows += chunk.rows();
      anomalies += chunk.anomalies();
    }
    held.clear();
  }

  /** The first publication also clears what lies before the chunks, the last what lies after. */
  private TimeRange replacedBy(TimeRange whole, ChunkResult newest, boolean last) {
    boolean first = held.get(0).index() == 0;
    long from = first ? whole.fromInclusive() : held.get(0).covered().fromInclusive();
    long to = last ? whole.toExclusive() : newest.covered().toExclusive();
    return new TimeRange(from, Math.max(from, to));
  }

  private void publish(
      PublicationStore store, List<Staging> stagings, Optional<TimeRange> replaced) {
    store.publish(new Publication(table, metric, detectorId, stagings, replaced));
  }

  private void fail(PublicationStore store, DtkException cause) {
    failure = cause;
    finished = true;
    held.forEach(chunk -> discard(store, chunk));
    held.clear();
    waiting.values().forEach(chunk -> discard(store, chunk));
    waiting.clear();
  }

  private static void discard(PublicationStore store, ChunkResult chunk) {
    chunk.stagingIfAny().ifPresent(store::discard);
  }

  public String metric() {
    return metric;
  }

  /** Whether all chunks are published, or the stream has failed. */
  public boolean finished() {
    return finished;
  }

  public Optional<DtkException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Rows published so far. */
  public long rows() {
    return rows;
  }

  /** Anomalies published so far. */
  public long anomalies() {
    return anomalies;
  }
}
