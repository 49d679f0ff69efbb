package io.dtkspark.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.holdenkarau.spark.testing.JavaRDDComparisons;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real local Spark that retries a task twice. */
class ChunkJobTest {

  private static final AtomicInteger DEATHS = new AtomicInteger();
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2, 3]")
            .setAppName("ChunkJobTest")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1");
    spark = new JavaSparkContext(conf);
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void everyResultIsHandedOnOnceOnTheCallersThread() {
    List<List<Integer>> tasks = List.of(List.of(0, 1, 2), List.of(3), List.of(4, 5));
    List<Integer> handed = new ArrayList<>();
    Thread caller = Thread.currentThread();
    ChunkJob.run(
        spark,
        "test",
        tasks,
        (Integer task, long attempt) -> result(task),
        chunk -> {
          assertSame(caller, Thread.currentThread());
          handed.add(chunk.index());
        });
    assertEquals(List.of(0, 1, 2, 3, 4, 5), handed.stream().sorted().toList());
  }

  @Test
  void resultsOfOneTaskComeInItsOrder() {
    List<Integer> handed = new ArrayList<>();
    List<Integer> task = IntStream.range(0, 50).boxed().toList();
    ChunkJob.run(
        spark,
        "test",
        List.of(task),
        (Integer chunk, long attempt) -> result(chunk),
        chunk -> handed.add(chunk.index()));
    assertEquals(task, handed);
  }

  @Test
  void aTaskThatDiesIsTriedAgainUnderAnotherAttemptAndReportedOnce() {
    DEATHS.set(2);
    List<Integer> handed = new ArrayList<>();
    ChunkJob.run(
        spark, "test", List.of(List.of(7)), ChunkJobTest::dying, c -> handed.add(c.index()));
    assertEquals(List.of(7), handed);
  }

  @Test
  void aTaskThatNeverSurvivesEndsTheJobWithItsReason() {
    DEATHS.set(Integer.MAX_VALUE);
    DtkException failure =
        assertThrows(
            DtkException.class,
            () ->
                ChunkJob.run(
                    spark, "dtk load", List.of(List.of(1)), ChunkJobTest::dying, chunk -> {}));
    assertEquals(ErrorCode.INTERNAL, failure.code());
    assertTrue(failure.getMessage().contains("dtk load"), failure.getMessage());
  }

  @Test
  void resultsCrossBetweenProcessesUnchanged() {
    List<ChunkResult> results = IntStream.range(0, 20).mapToObj(ChunkJobTest::result).toList();
    JavaRDDComparisons.assertRDDEquals(
        spark.parallelize(results, 1),
        spark.parallelize(IntStream.range(0, 20).boxed().toList(), 5).map(ChunkJobTest::result));
  }

  private static ChunkResult dying(int task, long attempt) {
    if (DEATHS.getAndDecrement() > 0) {
      throw new IllegalStateException("executor lost in attempt " + attempt);
    }
    return result(task);
  }

  private static ChunkResult result(int index) {
    TimeRange covered = new TimeRange(index, index + 1);
    return new ChunkResult(0, index, covered, null, 0, 0, true, List.of(), Effort.NONE, null);
  }
}
