package io.dtkspark.autotune.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.search.DetectorSearch;
import io.dtkspark.autotune.search.SearchCase;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on Spark give the answers, and the logs, of searches in one thread. */
class SparkSweepTest {

  private static JavaSparkContext spark;

  @BeforeAll
  static void startSpark() {
    SparkConf conf = new SparkConf().setMaster("local[3]").setAppName("sweep");
    conf.set("spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1");
    spark = new JavaSparkContext(conf.set("spark.driver.bindAddress", "127.0.0.1"));
  }

  @AfterAll
  static void stopSpark() {
    spark.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaps", "daily incidents", "level shift"})
  void passesInTasksGiveTheSameAnswer(String name) {
    TuningInput input = SearchCase.named(name).input(Strategy.FULL, 300, Optional.empty());
    AtomicInteger asked = new AtomicInteger();
    Supplier<JavaSparkContext> counted =
        () -> {
          asked.incrementAndGet();
          return spark;
        };
    DetectorSearch onSpark =
        new DetectorSearch(evidence -> new SparkEvaluator(evidence, counted, 3, 0));
    assertEquals(
        new DetectorSearch().search(input, new DecisionLog()),
        onSpark.search(input, new DecisionLog()));
    assertTrue(asked.get() > 3, "few jobs have run: " + asked);
  }

  @Test
  void passesThatAreOverSoonAreDoneHere() {
    TuningInput input = SearchCase.named("gaps").input(Strategy.COORDINATE, 200, Optional.empty());
    DetectorSearch search =
        new DetectorSearch(
            evidence ->
                new SparkEvaluator(
                    evidence,
                    () -> {
                      throw new IllegalStateException("Spark was asked for");
                    },
                    3));
    assertEquals(
        new DetectorSearch().search(input, new DecisionLog()),
        search.search(input, new DecisionLog()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaps", "forced"})
  void wholeSearchInATaskGivesTheSameAnswerAndLog(String name) {
    TuningInput input = SearchCase.named(name).input(Strategy.COORDINATE, 200, Optional.empty());
    List<Decision> heard = new ArrayList<>();
    DecisionLog log = new DecisionLog(heard::add, (scored, planned, best) -> {});
    TuningResult expected = new DetectorSearch().search(input, new DecisionLog());
    assertEquals(expected, WholeSearch.run(spark, input, log));
    assertEquals(expected.decisions(), heard);
  }

  @Test
  void failureOfAWholeSearchComesBackAsItIs() {
    TuningInput input =
        SearchCase.named("too short").input(Strategy.COORDINATE, 200, Optional.empty());
    DtkException failure =
        assertThrows(DtkException.class, () -> WholeSearch.run(spark, input, new DecisionLog()));
    assertEquals(ErrorCode.CONFIG, failure.code());
    assertTrue(failure.getMessage().contains("too few to tune on"), failure.getMessage());
  }
}
