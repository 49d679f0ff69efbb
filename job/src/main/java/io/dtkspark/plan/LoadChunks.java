package io.dtkspark.plan;

import io.dtkspark.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups a metric's load queries into chunks: consecutive queries whose rows are staged and
 * published together. Each query still runs by itself, as its batch decides what it returns.
 */
public final class LoadChunks {

  private static final double NANOS_PER_QUERY = 3_000_000;
  private static final double NANOS_PER_ROW = 5_000;
  private static final int CHUNKS_PER_CORE = 4;
  private static final double MIN_CHUNK_NANOS = 250_000_000;

  private final double targetNanos;
  private final long maxRows;

  private LoadChunks(double targetNanos, long maxRows) {
    this.targetNanos = targetNanos;
    this.maxRows = maxRows;
  }

  /**
   * Chunks for the loads of one run on {@code cores} cores.
   *
   * @param maxRows intervals a chunk may hold; one batch may be larger, the user chose its size
   */
  public static LoadChunks forWork(List<LoadPlan> plans, int cores, long maxRows) {
    double total = plans.stream().mapToDouble(LoadChunks::nanos).sum();
    double share = total / (cores * CHUNKS_PER_CORE);
    return new LoadChunks(Math.max(MIN_CHUNK_NANOS, share), maxRows);
  }

  /** Predicted cost a task should have; smaller chunks are packed until they reach it. */
  public double targetNanos() {
    return targetNanos;
  }

  /** Predicted cost of the queries of one chunk, in nanoseconds of one core. */
  public static long nanos(List<TimeRange> batches, long stepMillis) {
    long rows = 0;
    for (TimeRange batch : batches) {
      rows += (batch.toExclusive() - batch.fromInclusive()) / stepMillis;
    }
    return (long) (batches.size() * NANOS_PER_QUERY + rows * NANOS_PER_ROW);
  }

  private static double nanos(LoadPlan plan) {
    return plan.batches().size() * NANOS_PER_QUERY + plan.points() * NANOS_PER_ROW;
  }

  /** The queries of {@code plan} in time order, cut into chunks. */
  public List<List<TimeRange>> cut(LoadPlan plan) {
    double batchNanos = NANOS_PER_QUERY + plan.batchSize() * NANOS_PER_ROW;
    long wanted = (long) (targetNanos / batchNanos);
    long fits = maxRows / plan.batchSize();
    int perChunk = (int) Math.max(1, Math.min(wanted, fits));
    List<List<TimeRange>> chunks = new ArrayList<>();
    for (int from = 0; from < plan.batches().size(); from += perChunk) {
      int to = Math.min(plan.batches().size(), from + perChunk);
      chunks.add(List.copyOf(plan.batches().subList(from, to)));
    }
    return chunks;
  }
}
