package io.dtkspark.plan;

import io.dtkspark.series.TimeRange;
import java.io.Serializable;

/**
 * A half-open range of time scored by one task: whole detection batches of one detector.
 *
 * @param index place among the detector's chunks, from 0
 * @param range scored timestamps; its start lies on the detector's batch grid
 * @param cost predicted cost in nanoseconds of one core, for balancing only
 */
public record Chunk(int index, TimeRange range, long cost) implements Serializable {}
