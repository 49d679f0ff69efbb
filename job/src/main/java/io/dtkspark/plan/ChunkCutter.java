package io.dtkspark.plan;

import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts detector ranges into chunks of whole batches whose costs are alike, so that one huge metric
 * spreads over all cores.
 *
 * <p>Chunks keep the batch grid of the range (it decides results, see {@code ScoringBatch}), cover
 * the batches that can hold datapoints, and are long enough that reading context does not dominate.
 */
public final class ChunkCutter {

  /** More than one chunk per core, so that a slow core leaves work to the others. */
  private static final int CHUNKS_PER_CORE = 4;

  private static final double MIN_CHUNK_NANOS = 250_000_000;

  private final double targetNanos;
  private final long maxRows;

  private ChunkCutter(double targetNanos, long maxRows) {
    this.targetNanos = targetNanos;
    this.maxRows = maxRows;
  }

  /**
   * A cutter for work of {@code totalNanos} predicted nanoseconds (the sum of {@link #nanos}) on
   * {@code cores} cores.
   *
   * @param maxRows intervals a chunk may hold, which bounds the memory of a task (about 300 bytes a
   *     row); a chunk is at least one batch, and as long as the detector's context
   */
  public static ChunkCutter forWork(double totalNanos, int cores, long maxRows) {
    double share = totalNanos / (cores * CHUNKS_PER_CORE);
    return new ChunkCutter(Math.max(MIN_CHUNK_NANOS, share), maxRows);
  }

  /** Predicted cost of a detector's whole range, reading included. */
  public static double nanos(DetectPlan plan, StoredRange stored, long stepMillis) {
    Batches batches = Batches.of(plan, stored, stepMillis);
    return batches.count() * batchNanos(plan);
  }

  /** Predicted cost a task should have; smaller chunks are packed until they reach it. */
  public double targetNanos() {
    return targetNanos;
  }

  /** The chunks of one detector in time order; empty when no datapoint lies in its range. */
  public List<Chunk> cut(DetectPlan plan, StoredRange stored, long stepMillis) {
    Batches batches = Batches.of(plan, stored, stepMillis);
    long perChunk = batchesPerChunk(plan);
    List<Chunk> chunks = new ArrayList<>();
    for (long first = 0; first < batches.count(); first += perChunk) {
      long last = Math.min(batches.count(), first + perChunk);
      double cost =
          CostModel.NANOS_PER_CHUNK
              + CostModel.readNanos(plan.detector().spec().contextSize())
              + (last - first) * batchNanos(plan);
      chunks.add(new Chunk(chunks.size(), batches.range(first, last), (long) cost));
    }
    return List.copyOf(chunks);
  }

  private long batchesPerChunk(DetectPlan plan) {
    long batchSize = plan.batchSize();
    long context = plan.detector().spec().contextSize();
    long wanted = (long) (targetNanos / batchNanos(plan));
    long enoughForContext = 4 * context / batchSize;
    long fitsMemory = Math.max(maxRows, context) / batchSize;
    return Math.max(1, Math.min(fitsMemory, Math.max(wanted, enoughForContext)));
  }

  private static double batchNanos(DetectPlan plan) {
    DetectorSpec spec = plan.detector().spec();
    long rows = plan.batchSize();
    return CostModel.readNanos(rows)
        + CostModel.batchNanos(spec, plan.detector().seasonalityComponents().size(), rows);
  }

  /** The batches of a range between the first and the last stored datapoint. */
  private record Batches(long gridStart, long end, long batchMillis, long count) {

    static Batches of(DetectPlan plan, StoredRange stored, long stepMillis) {
      TimeRange range = plan.range();
      long batchMillis = plan.batchSize() * stepMillis;
      if (range.isEmpty() || stored.first().isEmpty() || stored.last().isEmpty()) {
        return new Batches(range.fromInclusive(), range.toExclusive(), batchMillis, 0);
      }
      long before = Math.max(0, stored.first().get() - range.fromInclusive()) / batchMillis;
      long gridStart = range.fromInclusive() + before * batchMillis;
      long dataEnd = Math.min(range.toExclusive(), stored.last().get() + 1);
      long count = Math.max(0, -Math.floorDiv(gridStart - dataEnd, batchMillis));
      return new Batches(gridStart, range.toExclusive(), batchMillis, count);
    }

    TimeRange range(long firstBatch, long lastBatchExclusive) {
      return new TimeRange(
          gridStart + firstBatch * batchMillis,
          Math.min(end, gridStart + lastBatchExclusive * batchMillis));
    }
  }
}
