package io.dtkspark.plan;

import static io.dtkspark.plan.Requests.HOUR;
import static io.dtkspark.plan.Requests.NOW;
import static io.dtkspark.plan.Requests.START;
import static io.dtkspark.plan.Requests.hourly;
import static io.dtkspark.plan.Requests.millis;
import static io.dtkspark.plan.Requests.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.Interval;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.plan.DetectPlan.Status;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectPlannerTest {

  private static final Optional<Long> NOTHING = Optional.empty();
  private static final StoredRange STORED =
      new StoredRange(Optional.of(START + 5 * HOUR), Optional.of(NOW - HOUR));

  private Optional<Long> startTime = Optional.empty();

  @Test
  void aNewDetectorStartsAtTheLoadingStartTime() {
    DetectPlan plan = plan(metric(), NOTHING, request(NOTHING, NOTHING, false));
    assertEquals(new TimeRange(START, NOW), plan.range());
    assertEquals((NOW - START) / HOUR, plan.points());
    assertEquals(Status.READY, plan.status());
  }

  @Test
  void withoutLoadingStartTimeItStartsAtTheFirstDatapoint() {
    MetricConfig metric =
        MetricConfig.builder("m", new Interval(3600, "1h")).detectors(List.of(detector())).build();
    DetectPlan plan = plan(metric, NOTHING, request(NOTHING, NOTHING, false));
    assertEquals(START + 5 * HOUR, plan.range().fromInclusive());
  }

  @Test
  void itResumesAfterItsNewestDetection() {
    long last = millis("2024-02-01T00:00:00Z");
    DetectPlan plan = plan(metric(), Optional.of(last), request(NOTHING, NOTHING, false));
    assertEquals(last + HOUR, plan.range().fromInclusive());
  }

  @Test
  void anExplicitStartOnlyMovesItLater() {
    long last = millis("2024-02-01T00:00:00Z");
    long later = millis("2024-02-10T00:00:00Z");
    RunRequest early = request(Optional.of(START), NOTHING, false);
    assertEquals(last + HOUR, plan(metric(), Optional.of(last), early).range().fromInclusive());
    RunRequest late = request(Optional.of(later), NOTHING, false);
    assertEquals(later, plan(metric(), Optional.of(last), late).range().fromInclusive());
  }

  @Test
  void startTimeIsALowerBound() {
    startTime = Optional.of(millis("2024-02-20T00:00:00Z"));
    DetectPlan plan = plan(metric(), NOTHING, request(NOTHING, NOTHING, false));
    assertEquals(startTime.get(), plan.range().fromInclusive());
  }

  @Test
  void nothingIsLeftWhenTheNewestDetectionIsTheNewestDatapoint() {
    Optional<Long> to = Optional.of(millis("2024-02-01T00:00:00Z"));
    DetectPlan plan = plan(metric(), Optional.of(to.get() - HOUR), request(NOTHING, to, false));
    assertEquals(Status.UP_TO_DATE, plan.status());
    assertEquals(0, plan.points());
  }

  @Test
  void lessThanAnIntervalWaits() {
    long last = millis("2024-03-01T09:00:00Z");
    DetectPlan plan = plan(metric(), Optional.of(last), request(NOTHING, NOTHING, false));
    assertEquals(Status.WAITING_FOR_INTERVAL, plan.status());
  }

  @Test
  void aFullRefreshForgetsWhatIsStoredAndReplacesUpToNow() {
    DetectPlan plan = plan(metric(), Optional.of(NOW), request(NOTHING, NOTHING, true));
    assertEquals(START, plan.range().fromInclusive());
    assertEquals(Optional.of(new TimeRange(Long.MIN_VALUE, NOW)), plan.replace());
  }

  @Test
  void aFullRefreshOfAWindowReplacesThatWindow() {
    long from = millis("2024-01-10T00:00:00Z");
    long to = millis("2024-01-20T00:00:00Z");
    DetectPlan plan =
        plan(metric(), Optional.of(NOW), request(Optional.of(from), Optional.of(to), true));
    assertEquals(new TimeRange(from, to), plan.range());
    assertEquals(Optional.of(new TimeRange(from, to)), plan.replace());
  }

  @Test
  void aMetricWithoutStartAndDataHasNothingToDetect() {
    MetricConfig metric =
        MetricConfig.builder("m", new Interval(3600, "1h")).detectors(List.of(detector())).build();
    StoredRange nothing = new StoredRange(NOTHING, NOTHING);
    DetectPlan plan =
        new DetectPlanner(request(NOTHING, NOTHING, false))
            .plan(metric, 0, detector().resolve(), nothing, NOTHING);
    assertEquals(Status.UP_TO_DATE, plan.status());
  }

  private MetricConfig metric() {
    return hourly().detectors(List.of(detector())).build();
  }

  private DetectPlan plan(MetricConfig metric, Optional<Long> last, RunRequest request) {
    return new DetectPlanner(request).plan(metric, 0, detector().resolve(), STORED, last);
  }

  private DetectorConfig detector() {
    Optional<Long> start = startTime;
    return new DetectorConfig() {
      @Override
      public String type() {
        return "manual_bounds";
      }

      @Override
      public Optional<Long> startTime() {
        return start;
      }

      @Override
      public int batchSize() {
        return 1_000;
      }

      @Override
      public Resolved resolve() {
        ManualBoundsSpec spec = new ManualBoundsSpec(0, 1, InputType.VALUES);
        return new Resolved(spec, "id", "ManualBoundsDetector", "{}", List.of());
      }
    };
  }
}
