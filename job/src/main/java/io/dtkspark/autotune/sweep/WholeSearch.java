package io.dtkspark.autotune.sweep;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.search.DetectorSearch;
import io.dtkspark.error.DtkException;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** A search as one Spark task, from its points to its answer: for many metrics at once. */
public final class WholeSearch {

  private WholeSearch() {}

  /**
   * Searches on an executor.
   *
   * @param log hears the decisions when all of them are made
   * @throws DtkException what the search threw, or INTERNAL when Spark gives up on it
   */
  public static TuningResult run(JavaSparkContext spark, TuningInput input, DecisionLog log) {
    Broadcast<TuningInput> shared = spark.broadcast(input);
    try {
      String description = "dtk autotune: " + input.metric();
      List<Integer> one = List.of(0);
      Answer answer =
          SweepJob.run(spark, description, one, shared, (points, any) -> answer(points)).get(0);
      answer.decisions().forEach(log::add);
      if (answer.failure() != null) {
        throw answer.failure();
      }
      return answer.result();
    } finally {
      shared.destroy();
    }
  }

  /**
   * How a search ended. A failure travels in here, so that it does not count as one of Spark's.
   *
   * @param result null when it failed
   * @param failure null when it did not
   */
  private record Answer(List<Decision> decisions, TuningResult result, DtkException failure)
      implements Serializable {}

  private static Answer answer(TuningInput input) {
    DecisionLog log = new DecisionLog();
    try {
      TuningResult result = new DetectorSearch().search(input, log);
      return new Answer(log.decisions(), result, null);
    } catch (DtkException e) {
      return new Answer(log.decisions(), null, e);
    }
  }
}
