package io.dtkspark.plan;

import static io.dtkspark.plan.Requests.HOUR;
import static io.dtkspark.plan.Requests.NOW;
import static io.dtkspark.plan.Requests.START;
import static io.dtkspark.plan.Requests.hourly;
import static io.dtkspark.plan.Requests.millis;
import static io.dtkspark.plan.Requests.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.LoadPlan.Origin;
import io.dtkspark.series.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoadPlannerTest {

  private static final Optional<Long> NOTHING = Optional.empty();

  @Test
  void aNewMetricStartsAtItsLoadingStartTimeAndEndsWithTheLastWholeInterval() {
    LoadPlan plan = plan(hourly().build(), NOTHING, NOTHING, NOTHING, false);
    assertEquals(Origin.FRESH, plan.origin());
    assertEquals(START, plan.start());
    assertEquals(millis("2024-03-01T10:00:00Z"), plan.end());
    assertEquals((plan.end() - START) / HOUR, plan.points());
    assertEquals(NOW, plan.effectiveNow());
  }

  @Test
  void aStoredMetricResumesAfterItsNewestDatapoint() {
    long last = millis("2024-02-01T05:00:00Z");
    LoadPlan plan = plan(hourly().build(), Optional.of(last), NOTHING, NOTHING, false);
    assertEquals(Origin.RESUMED, plan.origin());
    assertEquals(last + HOUR, plan.start());
  }

  @Test
  void anExplicitStartWinsOverWhatIsStored() {
    long from = millis("2024-01-15T00:20:00Z");
    LoadPlan plan = plan(hourly().build(), Optional.of(NOW), Optional.of(from), NOTHING, false);
    assertEquals(Origin.REQUESTED, plan.origin());
    assertEquals(from, plan.start());
    assertEquals(millis("2024-03-01T09:20:00Z"), plan.end());
  }

  @Test
  void theLoadingDelayHoldsBackTheEndOnlyWithoutAnExplicitOne() {
    MetricConfig delayed = hourly().loadingDelaySeconds(Optional.of(3600L)).build();
    LoadPlan plan = plan(delayed, NOTHING, NOTHING, NOTHING, false);
    assertEquals(3600, plan.heldBackSeconds());
    assertEquals(millis("2024-03-01T09:00:00Z"), plan.end());
    LoadPlan explicit = plan(delayed, NOTHING, NOTHING, Optional.of(NOW), false);
    assertEquals(0, explicit.heldBackSeconds());
    assertEquals(millis("2024-03-01T10:00:00Z"), explicit.end());
  }

  @Test
  void lessThanAnIntervalIsNothingToDo() {
    Optional<Long> last = Optional.of(millis("2024-03-01T09:30:00Z"));
    LoadPlan plan = plan(hourly().build(), last, NOTHING, NOTHING, false);
    assertTrue(plan.nothingToDo());
    assertEquals(0, plan.points());
  }

  @Test
  void anEndBeforeTheStartIsNothingToDo() {
    LoadPlan plan = plan(hourly().build(), NOTHING, NOTHING, Optional.of(START - 1), false);
    assertTrue(plan.nothingToDo());
  }

  @Test
  void withoutAnyStartTheErrorSaysWhatToSet() {
    MetricConfig metric =
        MetricConfig.builder("m", new io.dtkspark.config.Interval(3600, "1h")).build();
    DtkException failure =
        assertThrows(DtkException.class, () -> plan(metric, NOTHING, NOTHING, NOTHING, false));
    assertEquals(ErrorCode.CONFIG, failure.code());
    assertTrue(failure.getMessage().contains("loading_start_time"), failure.getMessage());
    assertTrue(failure.getMessage().contains("--from"), failure.getMessage());
  }

  @Test
  void aFullRefreshWithoutStartReloadsFromTheBeginningWhateverIsStored() {
    Optional<Long> to = Optional.of(millis("2024-02-01T00:00:00Z"));
    LoadPlan plan = plan(hourly().build(), Optional.of(NOW), NOTHING, to, true);
    assertEquals(START, plan.start());
    assertEquals(Optional.of(new TimeRange(Long.MIN_VALUE, to.get())), plan.replace());
  }

  @Test
  void batchesAreAdjacentAndOfTheConfiguredSize() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int size = 1 + random.nextInt(300);
      LoadPlan plan =
          plan(hourly().loadingBatchSize(size).build(), NOTHING, NOTHING, NOTHING, false);
      List<TimeRange> batches = plan.batches();
      assertEquals(plan.start(), batches.get(0).fromInclusive());
      assertEquals(plan.end(), batches.get(batches.size() - 1).toExclusive());
      for (int i = 1; i < batches.size(); i++) {
        assertEquals(batches.get(i - 1).toExclusive(), batches.get(i).fromInclusive());
        assertEquals(
            size * HOUR, batches.get(i - 1).toExclusive() - batches.get(i - 1).fromInclusive());
      }
    }
  }

  @Test
  void aRunThatResumesAfterAFullBatchContinuesOnTheSameGrid() {
    MetricConfig metric = hourly().loadingBatchSize(70).build();
    LoadPlan whole = plan(metric, NOTHING, NOTHING, NOTHING, false);
    for (int done = 1; done < whole.batches().size(); done++) {
      long lastStored = whole.batches().get(done - 1).toExclusive() - HOUR;
      LoadPlan rest = plan(metric, Optional.of(lastStored), NOTHING, NOTHING, false);
      assertEquals(whole.batches().subList(done, whole.batches().size()), rest.batches());
    }
  }

  @Test
  void chunksOfALoadAreItsBatchesInOrder() {
    MetricConfig metric = hourly().loadingBatchSize(7).build();
    LoadPlan plan = plan(metric, NOTHING, NOTHING, NOTHING, false);
    for (int rows : new int[] {1, 10, 100, 1_000_000}) {
      List<TimeRange> flat =
          LoadChunks.forWork(List.of(plan), 2, rows).cut(plan).stream()
              .flatMap(List::stream)
              .toList();
      assertEquals(plan.batches(), flat);
    }
  }

  private static LoadPlan plan(
      MetricConfig metric,
      Optional<Long> last,
      Optional<Long> from,
      Optional<Long> to,
      boolean fullRefresh) {
    return new LoadPlanner(request(from, to, fullRefresh)).plan(metric, last);
  }
}
