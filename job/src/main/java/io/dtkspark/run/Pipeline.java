package io.dtkspark.run;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.notify.channel.Channels;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs load, detect and alert for the metrics of a request, from opening the state to the end. */
public final class Pipeline {

  private final SparkOptions options;
  private final Map<String, ChannelConfig> channels;
  private final RunListener listener;

  /** A pipeline that can send to {@code channels}, which are given by name. */
  public Pipeline(SparkOptions options, Map<String, ChannelConfig> channels, RunListener listener) {
    this.options = options;
    this.channels = channels;
    this.listener = listener;
  }

  /**
   * Runs the request. One metric's failure is its outcome and never ends the others, unless the
   * project tells its channels of failures: then metrics run one after the other, and those behind
   * the first that fails are skipped, as in detectkit.
   *
   * @return outcomes in the order of the request
   * @throws DtkException when the run cannot start (store, Spark) or Spark gives up
   */
  public List<MetricOutcome> run(RunRequest request) {
    return ShutdownGuard.during(() -> runGuarded(request));
  }

  private List<MetricOutcome> runGuarded(RunRequest request) {
    try (Channels open = new Channels(channels)) {
      ErrorAlerts errors = new ErrorAlerts(request.project(), open, listener);
      try (StateStore store = errors.starting(() -> openState(request));
          SparkRuntime spark = errors.starting(() -> new SparkRuntime(options))) {
        if (request.state().type().equals("clickhouse")) {
          listener.clickHouseRows(spark.usesConnector());
        }
        RunContext context = new RunContext(store, spark, listener, options);
        Map<String, MetricOutcome> outcomes = mirrorDisabled(request, store);
        runEnabled(request, new StageOrder(request, context, open), errors, outcomes);
        List<MetricOutcome> inOrder =
            request.metrics().stream().map(metric -> outcomes.get(metric.name())).toList();
        listener.runFinished(inOrder);
        return inOrder;
      }
    }
  }

  private static StateStore openState(RunRequest request) {
    StateStore store = StateStores.open(request.state());
    try {
      store.createTables();
      return store;
    } catch (Throwable e) {
      store.close();
      throw e;
    }
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

  private static void runEnabled(
      RunRequest request,
      StageOrder stages,
      ErrorAlerts errors,
      Map<String, MetricOutcome> outcomes) {
    List<MetricConfig> metrics = request.metrics().stream().filter(MetricConfig::enabled).toList();
    if (!errors.isActive()) {
      stages.run(metrics).forEach(run -> outcomes.put(run.name(), run.outcome()));
      return;
    }
    boolean failed = false;
    for (MetricConfig metric : metrics) {
      if (failed) {
        outcomes.put(metric.name(), MetricRun.skipped(metric));
      } else {
        MetricRun run = errors.telling(metric.name(), () -> stages.run(List.of(metric)).get(0));
        outcomes.put(metric.name(), run.outcome());
        failed = !run.alive();
      }
    }
  }
}
