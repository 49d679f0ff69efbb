package io.dtkspark.plan;

import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * What the load step of one metric will do.
 *
 * @param origin why loading starts where it starts
 * @param start first timestamp to load
 * @param end first timestamp not to load any more, cut to whole intervals after {@code start}
 * @param effectiveNow the end before it was cut: {@code --to}, or now minus the loading delay
 * @param heldBackSeconds the loading delay that was applied; 0 = none
 * @param batches the queries to run, in time order; empty = nothing to load yet
 * @param points intervals between start and end
 * @param batchSize intervals per query
 * @param replace full refresh: the range whose stored datapoints are replaced
 */
public record LoadPlan(
    Origin origin,
    long start,
    long end,
    long effectiveNow,
    long heldBackSeconds,
    List<TimeRange> batches,
    long points,
    int batchSize,
    Optional<TimeRange> replace) {

  /** Where the start of a load comes from. */
  public enum Origin {
    /** {@code --from}. */
    REQUESTED,
    /** The interval after the last stored datapoint. */
    RESUMED,
    /** {@code loading_start_time}. */
    FRESH
  }

  public boolean nothingToDo() {
    return batches.isEmpty();
  }
}
