package io.dtkspark.store.duckdb;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.store.Staging;
import io.dtkspark.table.TargetTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StagingAreaTest {

  private final StagingArea area = new StagingArea(100);

  @Test
  void thereIsRoomWhileNobodyPublishes() {
    area.add(chunk("a", 1000));
    area.awaitRoom();
    assertEquals(1, area.chunks(List.of(chunk("a", 0).staging())).size());
  }

  @Test
  void stagingWaitsUntilThePublicationEnds() throws Exception {
    area.add(chunk("a", 101));
    area.beginTurn();
    CompletableFuture<Void> staging = CompletableFuture.runAsync(area::awaitRoom);
    assertWaits(staging);
    area.endTurn();
    staging.get(10, SECONDS);
  }

  @Test
  void stagingWaitsUntilFewEnoughRowsWait() throws Exception {
    area.add(chunk("a", 60));
    area.add(chunk("b", 60));
    area.beginTurn();
    CompletableFuture<Void> staging = CompletableFuture.runAsync(area::awaitRoom);
    assertWaits(staging);
    area.remove(chunk("a", 60).staging());
    staging.get(10, SECONDS);
    area.endTurn();
  }

  @Test
  void publicationsTakeTurns() throws Exception {
    area.beginTurn();
    CompletableFuture<Void> second = CompletableFuture.runAsync(area::beginTurn);
    assertWaits(second);
    area.endTurn();
    second.get(10, SECONDS);
    area.endTurn();
  }

  private static void assertWaits(CompletableFuture<Void> action)
      throws InterruptedException, ExecutionException {
    assertThrows(TimeoutException.class, () -> action.get(100, TimeUnit.MILLISECONDS));
    assertFalse(action.isDone());
  }

  private static StagedChunk chunk(String name, long rows) {
    return new StagedChunk(new Staging(TargetTable.DATAPOINTS, name), Map.of(), rows, 0, 1);
  }
}
