package io.dtkspark.run;

import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.notify.channel.Channels;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.store.StateStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes metrics through load, detect and alert: the only class that knows stage order.
 *
 * <p>Each step runs for all metrics as one Spark job. A metric that fails leaves the later steps
 * and keeps what was published for it: a prefix of time that the next run continues.
 */
final class StageOrder {

  private final RunRequest request;
  private final RunContext context;
  private final Channels channels;

  StageOrder(RunRequest request, RunContext context, Channels channels) {
    this.request = request;
    this.context = context;
    this.channels = channels;
  }

  /**
   * Runs the requested steps for these metrics.
   *
   * @throws DtkException when Spark gives up; the metrics' locks are released all the same
   */
  List<MetricRun> run(List<MetricConfig> metrics) {
    List<MetricRun> runs = new ArrayList<>();
    for (MetricConfig metric : metrics) {
      MetricRun run = new MetricRun(metric);
      runs.add(run);
      start(run);
    }
    try (AlertPhase alerts = new AlertPhase(request, context, channels)) {
      runSteps(runs, alerts);
      alerts.finish();
    } catch (Throwable e) {
      runs.forEach(run -> run.fail(interrupted(e)));
      throw e;
    } finally {
      runs.forEach(context::finish);
    }
    return runs;
  }

  private void start(MetricRun run) {
    context.listener().metricStarted(run.name());
    context.attempt(run, () -> mirrorAndLock(run));
    if (!run.alive()) {
      context.finish(run);
    }
  }

  private void mirrorAndLock(MetricRun run) {
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

  private void runSteps(List<MetricRun> runs, AlertPhase alerts) {
    if (request.steps().contains(Step.LOAD)) {
      new LoadPhase(request, context).run(runs);
    }
    List<MetricRun> alive = runs.stream().filter(MetricRun::alive).toList();
    if (request.steps().contains(Step.DETECT)) {
      new DetectPhase(request, context, run -> complete(run, alerts)).run(alive);
    } else {
      alive.forEach(run -> complete(run, alerts));
    }
  }

  /** The end of one metric: its alerts, its lock, its outcome; others may still be at work. */
  private void complete(MetricRun run, AlertPhase alerts) {
    if (run.alive() && request.steps().contains(Step.ALERT)) {
      alerts.start(run);
    } else {
      context.finish(run);
    }
  }

  private static DtkException interrupted(Throwable cause) {
    return cause instanceof DtkException expected
        ? expected
        : new DtkException(ErrorCode.INTERNAL, "the run ended early: " + cause, cause);
  }
}
