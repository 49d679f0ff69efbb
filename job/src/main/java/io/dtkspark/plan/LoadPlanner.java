package io.dtkspark.plan;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which queries the load step of a metric runs. Pure: the watermark comes in as a value.
 *
 * <p>The batch grid starts at the first timestamp to load, and every published batch with rows is
 * full, so a run that resumes after the last stored datapoint continues on the same grid.
 */
public final class LoadPlanner {

  private final RunRequest request;

  public LoadPlanner(RunRequest request) {
    this.request = request;
  }

  /**
   * Plans one metric.
   *
   * @param lastDatapoint newest stored timestamp, epoch milliseconds
   * @throws DtkException CONFIG when nothing says where loading starts
   */
  public LoadPlan plan(MetricConfig metric, Optional<Long> lastDatapoint) {
    Start start = start(metric, lastDatapoint);
    long delaySeconds =
        metric.loadingDelaySeconds().or(request.project()::loadingDelaySeconds).orElse(0L);
    long heldBack = request.to().isPresent() ? 0 : delaySeconds;
    long effectiveNow = request.to().orElseGet(() -> request.now() - heldBack * 1000L);

    long step = metric.interval().millis();
    long points = Math.max(0, Math.floorDiv(effectiveNow - start.epochMillis(), step));
    long end = start.epochMillis() + points * step;
    return new LoadPlan(
        start.origin(),
        start.epochMillis(),
        end,
        effectiveNow,
        heldBack,
        batches(start.epochMillis(), end, step * metric.loadingBatchSize()),
        points,
        metric.loadingBatchSize(),
        request.fullRefresh() ? Optional.of(request.requestedRange()) : Optional.empty());
  }

  /**
   * A full refresh without {@code --from} starts at {@code loading_start_time}: the stored rows it
   * would resume after are about to be replaced (a deviation argued in docs/parity.md).
   */
  private Start start(MetricConfig metric, Optional<Long> lastDatapoint) {
    if (request.from().isPresent()) {
      return new Start(LoadPlan.Origin.REQUESTED, request.from().get());
    }
    if (lastDatapoint.isPresent() && !request.fullRefresh()) {
      return new Start(LoadPlan.Origin.RESUMED, lastDatapoint.get() + metric.interval().millis());
    }
    if (metric.loadingStartTime().isPresent()) {
      return new Start(LoadPlan.Origin.FRESH, metric.loadingStartTime().get());
    }
    throw new DtkException(
        ErrorCode.CONFIG,
        "metric '"
            + metric.name()
            + "' has no datapoint to resume from and no loading_start_time in "
            + metric.file()
            + ": set loading_start_time there or pass --from");
  }

  private static List<TimeRange> batches(long start, long end, long batchMillis) {
    List<TimeRange> batches = new ArrayList<>();
    for (long from = start; from < end; from += batchMillis) {
      batches.add(new TimeRange(from, Math.min(end, from + batchMillis)));
    }
    return List.copyOf(batches);
  }

  private record Start(LoadPlan.Origin origin, long epochMillis) {}
}
