package io.dtkspark.cli.output;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.Style;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.notify.Delivery;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.publish.Effort;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.run.BlockReport;
import io.dtkspark.run.RunListener;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Shows a run: a tree per metric when it finishes, progress meanwhile, a summary at the end. */
public final class RunTree implements RunListener {

  private final Console console;
  private final RunRequest request;
  private final LongSupplier nanoClock;
  private final ProgressLine progress;
  private final Map<String, MetricConfig> metrics;
  private final Map<String, MetricTree> running = new HashMap<>();
  private final boolean showsDetails;
  private final Map<Step, Effort> efforts = new EnumMap<>(Step.class);
  private final long started;
  private boolean aborted;

  /**
   * @param nanoClock elapsed time, as {@link System#nanoTime()}
   * @param showsDetails whether it also tells how rows cross and where time went
   */
  public RunTree(
      Console console, RunRequest request, LongSupplier nanoClock, boolean showsDetails) {
    this.console = console;
    this.request = request;
    this.nanoClock = nanoClock;
    this.showsDetails = showsDetails;
    this.progress = new ProgressLine(console, nanoClock);
    this.metrics = request.metrics().stream().collect(Collectors.toMap(MetricConfig::name, m -> m));
    this.started = nanoClock.getAsLong();
  }

  @Override
  public void clickHouseRows(boolean byConnector) {
    if (showsDetails) {
      console.line(
          "ClickHouse rows: by way of "
              + (byConnector ? "the Spark connector" : "the built-in client"));
    }
  }

  @Override
  public void metricStarted(String metric) {
    tree(metric);
  }

  @Override
  public void loadPlanned(String metric, LoadPlan plan) {
    tree(metric).loadPlanned(plan);
  }

  @Override
  public void loadFinished(String metric, long points) {
    tree(metric).loadFinished(points);
  }

  @Override
  public void detectStarted(String metric, int detectors) {
    tree(metric).detectStarted(detectors);
  }

  @Override
  public void detectPlanned(String metric, int detectors, DetectPlan plan) {
    tree(metric).detectPlanned(detectors, plan);
  }

  @Override
  public void detectFinished(String metric, DetectPlan plan, long rows, long anomalies) {
    tree(metric).detectFinished(plan, anomalies);
  }

  @Override
  public void alertsChecked(String metric, List<BlockReport> blocks) {
    tree(metric).alertsChecked(blocks);
  }

  @Override
  public void failureTold(String metric, List<Delivery> deliveries) {
    aborted = true;
    console.line("⚠ Failure of " + metric + ": telling error_alerting of it", Style.YELLOW);
    for (Delivery delivery : deliveries) {
      String problem = delivery.problem().map(text -> ": " + text).orElse("");
      console.line("  " + (delivery.isDelivered() ? "✓ " : "✗ ") + delivery.channel() + problem);
    }
    console.line("✗ The run ends here; metrics that follow are skipped", Style.RED, Style.BOLD);
    console.blank();
  }

  /** Whether the run ended at a failure that the project's channels were told of. */
  public boolean aborted() {
    return aborted;
  }

  @Override
  public void warning(String metric, String message) {
    tree(metric).warning(message);
  }

  @Override
  public void progress(Step step, long done, long total, long rows) {
    progress.update(step, done, total, rows);
  }

  @Override
  public void workDone(Step step, Effort effort) {
    efforts.merge(step, effort, Effort::plus);
  }

  @Override
  public void metricFinished(MetricOutcome outcome) {
    if (outcome.status() == MetricOutcome.Status.SKIPPED) {
      return;
    }
    MetricConfig metric = metrics.get(outcome.metric());
    console.line("Processing metric: " + metric.name(), Style.CYAN, Style.BOLD);
    console.line("  Config file: " + request.project().root().relativize(metric.file()));
    console.line(
        "  Steps: "
            + request.steps().stream().sorted().map(Step::key).collect(Collectors.joining(", ")));
    request.from().ifPresent(from -> console.line("  From: " + Wording.time(from)));
    request.to().ifPresent(to -> console.line("  To: " + Wording.time(to)));
    if (request.fullRefresh()) {
      console.line("  Full refresh: YES", Style.YELLOW);
    }
    if (request.force()) {
      console.line("  Force: YES (ignoring locks)", Style.YELLOW);
    }
    tree(metric.name()).printTo(console, outcome);
    running.remove(metric.name());
  }

  @Override
  public void runFinished(List<MetricOutcome> outcomes) {
    console.eraseStatus();
    if (showsDetails) {
      efforts.forEach((step, effort) -> console.line(EffortLine.of(step, effort)));
    }
    double seconds = (nanoClock.getAsLong() - started) / 1e9;
    RunTotals totals = RunTotals.of(outcomes);
    Style style = totals.failed() > 0 ? Style.RED : Style.CYAN;
    console.line(
        "Done. " + totals.describe() + " in " + Wording.seconds(seconds) + ".", style, Style.BOLD);
  }

  private MetricTree tree(String metric) {
    return running.computeIfAbsent(metric, name -> new MetricTree(metrics.get(name)));
  }
}
