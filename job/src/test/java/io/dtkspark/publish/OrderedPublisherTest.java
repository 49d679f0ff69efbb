package io.dtkspark.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Staging;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedPublisherTest {

  private final RecordingStore store = new RecordingStore();

  @Test
  void chunksArePublishedInTimeOrderWhateverOrderTheyArriveIn() {
    for (int seed = 0; seed < 200; seed++) {
      RecordingStore recorded = new RecordingStore();
      Random random = new Random(seed);
      int chunks = 1 + random.nextInt(8);
      List<ChunkResult> arrivals = new ArrayList<>();
      for (int i = 0; i < chunks; i++) {
        arrivals.add(whole(i, random.nextBoolean()));
      }
      Collections.shuffle(arrivals, random);
      OrderedPublisher publisher = publisher(chunks, Optional.empty());
      for (ChunkResult chunk : arrivals) {
        assertFalse(publisher.finished());
        publisher.arrived(recorded, chunk);
        assertTrue(recorded.publishedRowsAreAPrefixOfTime());
      }
      assertTrue(publisher.finished());
      assertEquals(chunks, recorded.published().size(), "seed " + seed);
      assertEquals(chunks * 10L, publisher.rows());
    }
  }

  @Test
  void aChunkThatEndsInAGapWaitsForTheNextThatDoesNot() {
    OrderedPublisher publisher = publisher(3, Optional.empty());
    publisher.arrived(store, whole(0, false));
    assertEquals(List.of(), store.publications);
    publisher.arrived(store, whole(1, true));
    assertEquals(List.of(List.of("c0", "c1")), store.stagingNames());
  }

  @Test
  void chunksWaitUntilThereAreEnoughRowsOrNoMore() {
    OrderedPublisher publisher =
        new OrderedPublisher(
            TargetTable.DATAPOINTS, "m", Optional.empty(), 4, Optional.empty(), 25);
    publisher.arrived(store, whole(0, true));
    publisher.arrived(store, whole(1, true));
    assertEquals(List.of(), store.publications);
    publisher.arrived(store, whole(2, true));
    assertEquals(List.of(List.of("c0", "c1", "c2")), store.stagingNames());
    publisher.arrived(store, whole(3, true));
    assertEquals(List.of("c3"), store.stagingNames().get(1));
  }

  @Test
  void theLastChunkIsPublishedEvenWhenItEndsInAGap() {
    OrderedPublisher publisher = publisher(1, Optional.empty());
    publisher.arrived(store, whole(0, false));
    assertEquals(List.of(List.of("c0")), store.stagingNames());
    assertTrue(publisher.finished());
  }

  @Test
  void aFullRefreshReplacesItsWholeRangeInAdjacentParts() {
    Optional<TimeRange> replace = Optional.of(new TimeRange(Long.MIN_VALUE, 999));
    OrderedPublisher publisher = publisher(3, replace);
    publisher.arrived(store, whole(1, true));
    publisher.arrived(store, whole(0, true));
    publisher.arrived(store, whole(2, true));
    assertEquals(
        List.of(
            new TimeRange(Long.MIN_VALUE, 100), new TimeRange(100, 200), new TimeRange(200, 999)),
        store.replacedRanges());
  }

  @Test
  void aFullRefreshWithoutChunksStillClearsItsRange() {
    TimeRange range = new TimeRange(0, 999);
    OrderedPublisher publisher = publisher(0, Optional.of(range));
    publisher.finishWithoutChunks(store);
    assertEquals(List.of(range), store.replacedRanges());
    assertTrue(publisher.finished());
  }

  @Test
  void aFailureKeepsWhatCameBeforeItAndDropsTheRest() {
    OrderedPublisher publisher = publisher(4, Optional.empty());
    publisher.arrived(store, whole(3, true));
    publisher.arrived(store, failed(1, new TimeRange(100, 150)));
    publisher.arrived(store, whole(0, true));
    assertTrue(publisher.finished());
    assertEquals("no such table", publisher.failure().orElseThrow().getMessage());
    publisher.arrived(store, whole(2, true));
    assertEquals(List.of(List.of("c0"), List.of("c1")), store.stagingNames());
    assertEquals(List.of("c3", "c2"), store.discarded);
  }

  @Test
  void aFailedRefreshLeavesStoredRowsAfterTheFailureAlone() {
    OrderedPublisher publisher = publisher(2, Optional.of(new TimeRange(0, 200)));
    publisher.arrived(store, failed(0, new TimeRange(0, 50)));
    assertEquals(List.of(new TimeRange(0, 50)), store.replacedRanges());
  }

  @Test
  void aStoreThatRefusesFailsTheStream() {
    store.refusal = new DtkException(ErrorCode.STORE, "disk full");
    OrderedPublisher publisher = publisher(2, Optional.empty());
    publisher.arrived(store, whole(0, true));
    assertEquals("disk full", publisher.failure().orElseThrow().getMessage());
    assertEquals(0, publisher.rows());
    assertEquals(List.of("c0"), store.discarded);
  }

  @Test
  void aStoreThatRefusesToClearARangeFailsTheStream() {
    store.refusal = new DtkException(ErrorCode.STORE, "disk full");
    OrderedPublisher publisher = publisher(0, Optional.of(new TimeRange(0, 9)));
    publisher.finishWithoutChunks(store);
    assertTrue(publisher.finished());
    assertEquals("disk full", publisher.failure().orElseThrow().getMessage());
  }

  @Test
  void aStreamWithChunksCannotBeFinishedWithoutThem() {
    OrderedPublisher publisher = publisher(1, Optional.empty());
    assertThrows(IllegalStateException.class, () -> publisher.finishWithoutChunks(store));
  }

  private static OrderedPublisher publisher(int chunks, Optional<TimeRange> replace) {
    return new OrderedPublisher(TargetTable.DATAPOINTS, "m", Optional.empty(), chunks, replace, 1);
  }

  private static ChunkResult whole(int index, boolean endsOnGrid) {
    TimeRange covered = new TimeRange(index * 100L, index * 100L + 100);
    return new ChunkResult(
        0, index, covered, staging(index), 10, 1, endsOnGrid, List.of(), Effort.NONE, null);
  }

  private static ChunkResult failed(int index, TimeRange covered) {
    DtkException failure = new DtkException(ErrorCode.SOURCE, "no such table");
    return new ChunkResult(
        0, index, covered, staging(index), 5, 0, true, List.of(), Effort.NONE, failure);
  }

  private static Staging staging(int index) {
    return new Staging(TargetTable.DATAPOINTS, "c" + index);
  }
}
