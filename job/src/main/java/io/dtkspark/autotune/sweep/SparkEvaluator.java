package io.dtkspark.autotune.sweep;

import io.dtkspark.autotune.search.Candidate;
import io.dtkspark.autotune.search.CandidateEvaluator;
import io.dtkspark.autotune.search.Evaluation;
import io.dtkspark.autotune.search.Evidence;
import io.dtkspark.autotune.search.LocalEvaluator;
import io.dtkspark.autotune.search.PassCost;
import io.dtkspark.plan.TaskPacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Scores candidates in Spark tasks, a few passes over the series each. Candidates that share a pass
 * stay together. The series crosses once per search, as a broadcast.
 *
 * <p>Passes that take no longer than starting a job are done here, so a short search needs no Spark
 * at all.
 */
public final class SparkEvaluator implements CandidateEvaluator, AutoCloseable {

  private static final double WORTH_A_JOB_NANOS = 300e6;
  private static final int TASKS_PER_CORE = 4;

  private final Evidence evidence;
  private final Supplier<JavaSparkContext> spark;
  private final int cores;
  private final double worthAJobNanos;
  private final LocalEvaluator here;
  private Broadcast<Evidence> broadcast;

  /**
   * @param spark asked when the first job is due
   * @param cores how many tasks can run at once
   */
  public SparkEvaluator(Evidence evidence, Supplier<JavaSparkContext> spark, int cores) {
    this(evidence, spark, cores, WORTH_A_JOB_NANOS);
  }

  SparkEvaluator(
      Evidence evidence, Supplier<JavaSparkContext> spark, int cores, double worthAJobNanos) {
    this.evidence = evidence;
    this.spark = spark;
    this.cores = cores;
    this.worthAJobNanos = worthAJobNanos;
    this.here = new LocalEvaluator(evidence);
  }

  @Override
  public List<Evaluation> evaluate(List<Candidate> candidates) {
    List<Pass> passes =
        LocalEvaluator.byPass(candidates).stream().map(rows -> pass(candidates, rows)).toList();
    double nanos = passes.stream().mapToDouble(Pass::nanos).sum();
    if (passes.size() < 2 || nanos < worthAJobNanos) {
      return here.evaluate(candidates);
    }
    double target = nanos / cores / TASKS_PER_CORE;
    List<Task> tasks = TaskPacker.pack(passes, Pass::nanos, target).stream().map(Task::of).toList();
    List<List<Evaluation>> scored =
        SweepJob.run(
            spark.get(),
            "dtk autotune: " + candidates.size() + " detectors",
            tasks.stream().map(task -> task.candidates(candidates)).toList(),
            evidence(),
            (shared, task) -> new LocalEvaluator(shared).evaluate(task));
    return inOrder(candidates.size(), tasks, scored);
  }

  /** Candidates that share a pass, by position, and what they cost together. */
  private record Pass(List<Integer> positions, double nanos) {}

  private Pass pass(List<Candidate> candidates, List<Integer> positions) {
    Candidate first = candidates.get(positions.get(0));
    double thresholds = positions.size() * PassCost.ofThreshold(evidence.rows());
    return new Pass(positions, PassCost.ofPass(first, evidence.rows()) + thresholds);
  }

  /** What one Spark task scores, by position. */
  private record Task(List<Integer> positions) {

    static Task of(List<Pass> passes) {
      return new Task(passes.stream().flatMap(pass -> pass.positions().stream()).toList());
    }

    List<Candidate> candidates(List<Candidate> all) {
      return new ArrayList<>(positions.stream().map(all::get).toList());
    }
  }

  private static List<Evaluation> inOrder(
      int size, List<Task> tasks, List<List<Evaluation>> scored) {
    Evaluation[] all = new Evaluation[size];
    for (int t = 0; t < tasks.size(); t++) {
      List<Integer> positions = tasks.get(t).positions();
      for (int k = 0; k < positions.size(); k++) {
        all[positions.get(k)] = scored.get(t).get(k);
      }
    }
    return Arrays.asList(all);
  }

  private Broadcast<Evidence> evidence() {
    if (broadcast == null) {
      broadcast = spark.get().broadcast(evidence);
    }
    return broadcast;
  }

  /** Frees the series on the executors. */
  @Override
  public void close() {
    if (broadcast != null) {
      broadcast.destroy();
    }
  }
}
