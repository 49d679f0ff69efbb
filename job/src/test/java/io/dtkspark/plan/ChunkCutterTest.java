package io.dtkspark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.DetectorConfig.Resolved;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkCutterTest {

  private static final long STEP = 60_000;
  private static final long MAX_ROWS = 131_072;

  @Test
  void chunksAreAdjacentWholeBatchesThatCoverEveryStoredDatapoint() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      int batchSize = 1 + random.nextInt(2_000);
      long from = random.nextInt(1_000) * STEP;
      long to = from + 1 + random.nextInt(3_000_000) * 1_000L;
      long first = from + (random.nextInt(4_000) - 2_000) * STEP;
      long last = first + random.nextInt(60_000) * STEP;
      DetectPlan plan = plan(windowed(1 + random.nextInt(3_000)), batchSize, from, to);
      ChunkCutter cutter =
          ChunkCutter.forWork(random.nextDouble() * 1e11, 1 + random.nextInt(16), MAX_ROWS);

      List<Chunk> chunks = cutter.cut(plan, stored(first, last), STEP);

      long batchMillis = batchSize * STEP;
      for (int i = 0; i < chunks.size(); i++) {
        TimeRange range = chunks.get(i).range();
        assertEquals(i, chunks.get(i).index());
        assertEquals(0, (range.fromInclusive() - from) % batchMillis, "on the batch grid");
        assertTrue(
            (range.toExclusive() - from) % batchMillis == 0 || range.toExclusive() == to,
            "whole batches");
        if (i > 0) {
          assertEquals(chunks.get(i - 1).range().toExclusive(), range.fromInclusive());
        }
      }
      assertCovers(chunks, Math.max(first, from), Math.min(last, to - 1));
    }
  }

  private static void assertCovers(List<Chunk> chunks, long firstToScore, long lastToScore) {
    if (firstToScore > lastToScore) {
      return;
    }
    assertTrue(chunks.get(0).range().fromInclusive() <= firstToScore);
    assertTrue(chunks.get(chunks.size() - 1).range().toExclusive() > lastToScore);
  }

  @Test
  void nothingIsCutWhenTheMetricHasNoDatapoints() {
    DetectPlan plan = plan(windowed(100), 1_000, 0, 1_000_000);
    StoredRange nothing = new StoredRange(Optional.empty(), Optional.empty());
    assertEquals(List.of(), ChunkCutter.forWork(1e9, 2, MAX_ROWS).cut(plan, nothing, STEP));
  }

  @Test
  void emptyYearsBeforeTheFirstAndAfterTheLastDatapointCostNothing() {
    long year = 365L * 24 * 60 * STEP;
    DetectPlan plan = plan(windowed(100), 1_000, 0, 40 * year);
    List<Chunk> chunks =
        ChunkCutter.forWork(1e9, 2, MAX_ROWS)
            .cut(plan, stored(20 * year, 20 * year + 10 * STEP), STEP);
    assertEquals(1, chunks.size());
  }

  @Test
  void oneHugeMetricBecomesSeveralChunksPerCore() {
    long points = 1_000_000;
    DetectPlan plan = plan(windowed(288), 1_000, 0, points * STEP);
    StoredRange stored = stored(0, (points - 1) * STEP);
    ChunkCutter cutter = ChunkCutter.forWork(ChunkCutter.nanos(plan, stored, STEP), 4, MAX_ROWS);
    int chunks = cutter.cut(plan, stored, STEP).size();
    assertTrue(chunks >= 12 && chunks <= 40, "chunks: " + chunks);
  }

  @Test
  void costsOfChunksAreAlike() {
    DetectPlan plan = plan(windowed(288), 1_000, 0, 5_000_000 * STEP);
    StoredRange stored = stored(0, 4_999_999 * STEP);
    ChunkCutter cutter = ChunkCutter.forWork(ChunkCutter.nanos(plan, stored, STEP), 8, MAX_ROWS);
    List<Chunk> chunks = cutter.cut(plan, stored, STEP);
    double mean = chunks.stream().mapToLong(Chunk::cost).average().orElseThrow();
    assertTrue(chunks.stream().allMatch(chunk -> chunk.cost() <= 1.3 * mean));
  }

  @Test
  void aCheapDetectorStillStaysWithinTheRowsATaskMayHold() {
    DetectorSpec manual = new ManualBoundsSpec(0, 1, InputType.VALUES);
    DetectPlan plan = plan(manual, 1_000, 0, 10_000_000 * STEP);
    List<Chunk> chunks =
        ChunkCutter.forWork(1e15, 1, MAX_ROWS).cut(plan, stored(0, 9_999_999 * STEP), STEP);
    for (Chunk chunk : chunks) {
      long rows = (chunk.range().toExclusive() - chunk.range().fromInclusive()) / STEP;
      assertTrue(rows <= MAX_ROWS, "rows: " + rows);
    }
  }

  private static StoredRange stored(long first, long last) {
    return new StoredRange(Optional.of(first), Optional.of(last));
  }

  private static DetectorSpec windowed(int window) {
    return new WindowedSpec(
        Statistic.MAD,
        3.0,
        window,
        1,
        10,
        InputType.VALUES,
        Smoothing.NONE,
        WindowWeights.UNIFORM,
        false,
        false);
  }

  private static DetectPlan plan(DetectorSpec spec, int batchSize, long from, long to) {
    Resolved detector = new Resolved(spec, "id", "MADDetector", "{}", List.of());
    return new DetectPlan(
        0,
        "mad",
        detector,
        DetectPlan.Status.READY,
        new TimeRange(from, to),
        (to - from) / STEP,
        batchSize,
        List.of(),
        Optional.empty());
  }
}
