package io.dtkspark.plan;

import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * Decides which timestamps a detector scores. Pure: watermarks come in as values. Chunks are cut
 * afterwards, over all detectors of the run, by {@link ChunkCutter}.
 */
public final class DetectPlanner {

  private final RunRequest request;

  public DetectPlanner(RunRequest request) {
    this.request = request;
  }

  /**
   * Plans one detector of one metric.
   *
   * @param position the detector's place in the metric's list
   * @param stored what the metric has, after its load step
   * @param lastDetection newest stored detection of this detector, epoch milliseconds
   */
  public DetectPlan plan(
      MetricConfig metric,
      int position,
      DetectorConfig.Resolved detector,
      StoredRange stored,
      Optional<Long> lastDetection) {
    DetectorConfig config = metric.detectors().get(position);
    long step = metric.interval().millis();
    long to = request.to().orElse(request.now());
    Optional<Long> from = start(metric, config, stored, lastDetection);

    DetectPlan.Status status = DetectPlan.Status.READY;
    if (from.isEmpty() || from.get() >= to) {
      status = DetectPlan.Status.UP_TO_DATE;
    } else if (to - from.get() < step) {
      status = DetectPlan.Status.WAITING_FOR_INTERVAL;
    }
    boolean ready = status == DetectPlan.Status.READY;
    TimeRange range = ready ? new TimeRange(from.get(), to) : new TimeRange(to, to);
    return new DetectPlan(
        position,
        config.type(),
        detector,
        status,
        range,
        ready ? (to - from.get()) / step : 0,
        config.batchSize(),
        List.of(),
        request.fullRefresh() ? Optional.of(replaced(to)) : Optional.empty());
  }

  private TimeRange replaced(long to) {
    long from = request.requestedRange().fromInclusive();
    return new TimeRange(from, Math.max(from, to));
  }

  /** Stored detections are never scored again except by a full refresh. */
  private Optional<Long> start(
      MetricConfig metric,
      DetectorConfig config,
      StoredRange stored,
      Optional<Long> lastDetection) {
    Optional<Long> from = request.from();
    if (!request.fullRefresh() && lastDetection.isPresent()) {
      from = later(from, lastDetection.get() + metric.interval().millis());
    }
    if (config.startTime().isPresent()) {
      from = later(from, config.startTime().get());
    }
    return from.or(() -> metric.loadingStart().map(start -> start.forDetection().get()))
        .or(stored::first);
  }

  private static Optional<Long> later(Optional<Long> from, long bound) {
    return Optional.of(from.map(f -> Math.max(f, bound)).orElse(bound));
  }
}
