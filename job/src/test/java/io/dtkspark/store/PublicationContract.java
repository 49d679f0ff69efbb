package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import io.dtkspark.table.DatapointSink;
import io.dtkspark.table.DatapointsTable;
import io.dtkspark.table.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Publications: all or nothing, last writer wins, and what many threads may do at once. */
public abstract class PublicationContract extends StoreContract {

  @Test
  void nothingIsVisibleBeforeThePublication() {
    Staging staging = stage(datapoints("cpu", CREATED), 0, 1, 2);
    assertEquals(List.of(), values("cpu"));
    publishDatapoints("cpu", staging);
    assertEquals(List.of(1.0, 2.0), values("cpu"));
  }

  @Test
  void chunksOfOnePublicationAppearTogetherInOrder() {
    publishDatapoints(
        "cpu",
        stage(datapoints("cpu", CREATED), 0, 0, 1),
        stage(datapoints("cpu", CREATED), 2),
        stage(datapoints("cpu", CREATED), 2, 2, 3));
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), values("cpu"));
  }

  @Test
  void newerAndEquallyOldRowsReplaceTheStoredOnes() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 1, 1));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 1, 2));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED + 1), 2, 3, 3));
    assertEquals(List.of(1.0, 2.0, 3.0, 3.0), values("cpu"));
  }

  @Test
  void olderRowsDoNotReplaceButFillWhatIsMissing() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 1, 1));
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED - 1), 0, 2, 2, 2));
    assertEquals(List.of(2.0, 1.0, 2.0), values("cpu"));
  }

  @Test
  void replacedRangeIsHalfOpen() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 0, 1, 2, 3, 4));
    publishDatapoints("ram", stage(datapoints("ram", CREATED), 0, 0, 1, 2));
    Staging staging = stage(datapoints("cpu", CREATED - 1), 2, 20);
    store.publish(publication("cpu", Optional.of(hours(1, 3)), staging));
    assertEquals(List.of(0.0, 20.0, 3.0, 4.0), values("cpu"));
    assertEquals(List.of(0.0, 1.0, 2.0), values("ram"));
  }

  @Test
  void replacedRangeMayBeOpenAtEitherEnd() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 0, 1, 2, 3, 4));
    TimeRange end = new TimeRange(hour(3), Long.MAX_VALUE);
    store.publish(publication("cpu", Optional.of(end)));
    assertEquals(List.of(0.0, 1.0, 2.0), values("cpu"));
    TimeRange beginning = new TimeRange(Long.MIN_VALUE, hour(1));
    store.publish(publication("cpu", Optional.of(beginning)));
    assertEquals(List.of(1.0, 2.0), values("cpu"));
    store.publish(publication("cpu", Optional.of(ALL), stage(datapoints("cpu", CREATED), 0, 7)));
    assertEquals(List.of(7.0), values("cpu"));
  }

  @Test
  void repeatedWorkGivesTheSameRows() {
    for (int attempt = 0; attempt < 3; attempt++) {
      Staging staging = stage(datapoints("cpu", CREATED), 0, 1, 2, 3);
      store.publish(publication("cpu", Optional.of(hours(0, 3)), staging));
    }
    assertEquals(3, database.rows(DatapointsTable.TABLE, "value").size());
  }

  @Test
  void chunkThatIsNotCompleteCannotBePublished() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1));
    Staging dead = staging(TargetTable.DATAPOINTS);
    try (DatapointSink sink = store.stageDatapoints(dead, datapoints("cpu", CREATED))) {
      sink.append(hour(1), 2, "{}");
    }
    assertFails(
        ErrorCode.STORE,
        dead.name(),
        () -> store.publish(publication("cpu", Optional.of(ALL), dead)));
    assertEquals(List.of(1.0), values("cpu"));
  }

  @Test
  void anotherAttemptDoesNotMeetTheRowsOfTheFirst() {
    DatapointSink killed =
        store.stageDatapoints(staging(TargetTable.DATAPOINTS), datapoints("cpu", CREATED));
    killed.append(hour(0), -1, "{}");
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    killed.close();
    assertEquals(List.of(1.0, 2.0), values("cpu"));
  }

  @Test
  void publishedStagingIsGoneAndNotTakenForAnEmptyOne() {
    Publication publication =
        publication("cpu", Optional.of(ALL), stage(datapoints("cpu", CREATED), 0, 1));
    store.publish(publication);
    assertFails(ErrorCode.STORE, "published", () -> store.publish(publication));
    assertEquals(List.of(1.0), values("cpu"));
  }

  @Test
  void discardedStagingIsGoneAndAbsentOnesAreIgnored() {
    Staging staging = stage(datapoints("cpu", CREATED), 0, 1);
    store.discard(staging);
    store.discard(staging);
    assertFails(ErrorCode.STORE, staging.name(), () -> publishDatapoints("cpu", staging));
  }

  @Test
  void failedPublicationLeavesTheTableAndTheStagings() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2, 3));
    Staging good = stage(datapoints("cpu", CREATED + 1), 0, 9);
    Staging broken = stage(datapoints("cpu", CREATED + 1), 1, 9);
    breakStaging(broken);
    Publication publication = publication("cpu", Optional.of(ALL), good, broken);
    assertFails(ErrorCode.STORE, "", () -> store.publish(publication));
    assertEquals(List.of(1.0, 2.0, 3.0), values("cpu"));
    publishDatapoints("cpu", good);
    assertEquals(List.of(9.0, 2.0, 3.0), values("cpu"));
  }

  /** Takes away a complete staging's rows behind the store's back. */
  protected abstract void breakStaging(Staging staging);

  @Test
  void rowsOfAnotherMetricAreNotPublished() {
    Staging staging = stage(datapoints("ram", CREATED), 0, 1);
    assertFails(ErrorCode.INTERNAL, staging.name(), () -> publishDatapoints("cpu", staging));
  }

  @Test
  void overlappingChunksAreADefect() {
    Staging first = stage(datapoints("cpu", CREATED), 0, 1, 2);
    Staging second = stage(datapoints("cpu", CREATED), 1, 3);
    assertFails(ErrorCode.INTERNAL, "overlaps", () -> publishDatapoints("cpu", first, second));
    assertEquals(List.of(), values("cpu"));
  }

  @Test
  void manyTasksStageWhileOthersPublish() throws InterruptedException, ExecutionException {
    int tasks = 8;
    int chunks = 12;
    ExecutorService threads = Executors.newFixedThreadPool(tasks);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        String metric = "metric" + task;
        done.add(threads.submit(() -> stageAndPublish(metric, chunks)));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (int task = 0; task < tasks; task++) {
      assertEquals(chunks * 100, values("metric" + task).size());
    }
  }

  private void stageAndPublish(String metric, int chunks) {
    try (StateStore own = openAnother()) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        Staging staging = new Staging(TargetTable.DATAPOINTS, metric + "_" + chunk);
        try (DatapointSink sink = own.stageDatapoints(staging, datapoints(metric, CREATED))) {
          for (int i = 0; i < 100; i++) {
            sink.append(hour(chunk * 100 + i), i, "{}");
          }
          sink.complete();
        }
        assertEquals(true, own.locks().acquire(metric, true));
        own.publish(publication(metric, Optional.empty(), staging));
      }
    }
  }
}
