package io.dtkspark.run;

import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.Search;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.search.DetectorSearch;
import io.dtkspark.autotune.search.Evidence;
import io.dtkspark.autotune.sweep.SparkEvaluator;
import io.dtkspark.autotune.sweep.WholeSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches on all cores. With as many metrics as cores each search is one task, with fewer each is
 * led from here and its detect passes are the tasks. The answers are the same.
 *
 * <p>Spark is started when the first task is due. On a local master the cores are those of this
 * process, and whole searches need no Spark to use them.
 */
public final class SparkSearch implements Search {

  /** Searches waiting per core, so that no core waits for points to be read. */
  private static final int AHEAD = 2;

  private final SparkRuntime spark;
  private final int metrics;

  /**
   * @param metrics how many will be searched for
   */
  public SparkSearch(SparkOptions options, int metrics) {
    this.spark = new SparkRuntime(options);
    this.metrics = metrics;
  }

  @Override
  public int atOnce() {
    int useful = spark.isLocal() ? spark.cores() : AHEAD * spark.cores();
    return Math.max(1, Math.min(metrics, useful));
  }

  @Override
  public TuningResult search(TuningInput input, DecisionLog log) {
    if (metrics < spark.cores()) {
      return spread(input, log);
    }
    return spark.isLocal()
        ? new DetectorSearch().search(input, log)
        : WholeSearch.run(spark.context(), input, log);
  }

  private TuningResult spread(TuningInput input, DecisionLog log) {
    List<SparkEvaluator> opened = new ArrayList<>();
    try {
      return new DetectorSearch(evidence -> open(evidence, opened)).search(input, log);
    } finally {
      opened.forEach(SparkEvaluator::close);
    }
  }

  private SparkEvaluator open(Evidence evidence, List<SparkEvaluator> opened) {
    SparkEvaluator evaluator = new SparkEvaluator(evidence, spark::context, spark.cores());
    opened.add(evaluator);
    return evaluator;
  }

  @Override
  public void close() {
    spark.close();
  }
}
