package io.dtkspark.plan;

import io.dtkspark.config.DetectorConfig;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * What one detector of one metric will do.
 *
 * @param position the detector's place in the metric's list, from 0
 * @param type the type as written in the YAML file
 * @param status whether there is anything to score
 * @param range from the first to after the last timestamp to score; empty range if nothing
 * @param points intervals in the range
 * @param batchSize intervals per detection batch, counted from the start of the range
 * @param chunks the parts to score, in time order; empty when no datapoint lies in the range
 * @param replace full refresh: the range whose stored detections are replaced
 */
public record DetectPlan(
    int position,
    String type,
    DetectorConfig.Resolved detector,
    Status status,
    TimeRange range,
    long points,
    int batchSize,
    List<Chunk> chunks,
    Optional<TimeRange> replace) {

  public DetectPlan withChunks(List<Chunk> cut) {
    return new DetectPlan(position, type, detector, status, range, points, batchSize, cut, replace);
  }

  /** Whether a detector has work. */
  public enum Status {
    READY,
    UP_TO_DATE,
    WAITING_FOR_INTERVAL
  }
}
