package io.dtkspark.run;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs load, detect and alert for the metrics of a request: the only class that knows stage order.
 *
 * <p>Each step runs for all metrics as one Spark job. A metric that fails leaves the later steps
 * and keeps what was published for it: a prefix of time that the next run continues.
 */
public final class Pipeline {

  private final SparkOptions options;
  private final RunListener listener;

  public Pipeline(SparkOptions options, RunListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs the request. One metric's failure is its outcome and never ends the others.
   *
   * @return outcomes in the order of the request
   * @throws DtkException when the run cannot start (store, Spark) or Spark gives up
   */
  public List<MetricOutcome> run(RunRequest request) {
    return ShutdownGuard.during(() -> runGuarded(request));
  }

  private List<MetricOutcome> runGuarded(RunRequest request) {
    try (StateStore store = StateStores.open(request.state());
        SparkRuntime spark = new SparkRuntime(options)) {
      store.createTables();
      if (request.state().type().equals("clickhouse")) {
        listener.clickHouseRows(spark.usesConnector());
      }
      RunContext context = new RunContext(store, spark, listener, options);
      Map<String, MetricOutcome> skipped = mirrorDisabled(request, store);
      List<MetricRun> runs = start(request, context);
      try {
        runSteps(request, context, runs);
      } catch (Throwable e) {
        runs.forEach(run -> run.fail(interrupted(e)));
        throw e;
      } finally {
        runs.forEach(context::finish);
      }
      List<MetricOutcome> outcomes = inOrder(request, runs, skipped);
      listener.runFinished(outcomes);
      return outcomes;
    }
  }

  private static DtkException interrupted(Throwable cause) {
    return cause instanceof DtkException expected
        ? expected
        : new DtkException(ErrorCode.INTERNAL, "the run ended early: " + cause, cause);
  }

  /** A disabled metric runs no step, but its mirror row shows that it is disabled. */
  private Map<String, MetricOutcome> mirrorDisabled(RunRequest request, StateStore store) {
    Map<String, MetricOutcome> skipped = new LinkedHashMap<>();
    for (MetricConfig metric : request.metrics()) {
      if (!metric.enabled()) {
        skipped.put(metric.name(), MetricRun.skipped(metric));
        try {
          store.metricMirror().upsert(metric, request.project().metricsTable());
        } catch (DtkException e) {
          listener.warning(metric.name(), "mirror not refreshed: " + e.getMessage());
        }
      }
    }
    return skipped;
  }

  private List<MetricRun> start(RunRequest request, RunContext context) {
    List<MetricRun> runs = new ArrayList<>();
    for (MetricConfig metric : request.metrics()) {
      if (metric.enabled()) {
        MetricRun run = new MetricRun(metric);
        runs.add(run);
        listener.metricStarted(metric.name());
        context.attempt(run, () -> mirrorAndLock(request, context, run));
        if (!run.alive()) {
          context.finish(run);
        }
      }
    }
    return runs;
  }

  private static void mirrorAndLock(RunRequest request, RunContext context, MetricRun run) {
    StateStore store = context.store();
    store.metricMirror().upsert(run.config(), request.project().metricsTable());
    if (!store.locks().acquire(run.name(), request.force())) {
      throw new DtkException(
          ErrorCode.STORE,
          "metric '"
              + run.name()
              + "' is locked by another run: wait for it, clear the lock with"
              + " 'dtk unlock', or pass --force");
    }
    run.locked(true);
  }

  private void runSteps(RunRequest request, RunContext context, List<MetricRun> runs) {
    if (request.steps().contains(Step.LOAD)) {
      new LoadPhase(request, context).run(runs);
    }
    List<MetricRun> alive = runs.stream().filter(MetricRun::alive).toList();
    if (request.steps().contains(Step.DETECT)) {
      new DetectPhase(request, context, run -> complete(request, context, run)).run(alive);
    } else {
      alive.forEach(run -> complete(request, context, run));
    }
  }

  /** The end of one metric: its alerts, its lock, its outcome; others may still be at work. */
  private void complete(RunRequest request, RunContext context, MetricRun run) {
    if (run.alive() && request.steps().contains(Step.ALERT)) {
      alert(run);
    }
    context.finish(run);
  }

  private void alert(MetricRun run) {
    int enabled = (int) run.config().alerting().stream().filter(AlertConfig::enabled).count();
    if (enabled > 0) {
      listener.alertsNotSent(run.name(), enabled);
    }
    run.alerted();
  }

  private static List<MetricOutcome> inOrder(
      RunRequest request, List<MetricRun> runs, Map<String, MetricOutcome> skipped) {
    Map<String, MetricOutcome> outcomes = new LinkedHashMap<>(skipped);
    runs.forEach(run -> outcomes.put(run.name(), run.outcome()));
    return request.metrics().stream().map(metric -> outcomes.get(metric.name())).toList();
  }
}
