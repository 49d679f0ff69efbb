package io.dtkspark.cli.output;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.Style;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.plan.DetectPlan;
import io.dtkspark.plan.LoadPlan;
import io.dtkspark.report.MetricOutcome;
import io.dtkspark.run.BlockReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happened to one metric so far, printed as the load, detect, alert tree once it finished.
 * Metrics run side by side; holding back their lines keeps each tree in one piece.
 */
final class MetricTree {

  private record Line(String text, Style[] styles) {}

  private final MetricConfig metric;
  private final List<Line> lines = new ArrayList<>();
  private final DetectorLines detectors = new DetectorLines();
  private boolean detecting;
  private boolean loading;

  MetricTree(MetricConfig metric) {
    this.metric = metric;
  }

  void loadPlanned(LoadPlan plan) {
    open("LOAD");
    if (plan.replace().isPresent()) {
      add("  │ Full refresh: stored datapoints are replaced", Style.YELLOW);
    }
    describeOrigin(plan);
    if (plan.heldBackSeconds() > 0) {
      String held = Wording.span(plan.heldBackSeconds());
      add("  │ Holding back " + held + " for data maturity (loading_delay)");
    }
    if (plan.nothingToDo()) {
      long next =
          plan.start() + (plan.start() < plan.effectiveNow() ? metric.interval().millis() : 0);
      String now = Wording.time(plan.effectiveNow());
      add("  │ Next interval at " + Wording.time(next) + ", now " + now);
      add("  └─ Nothing to load yet, waiting for next interval", Style.YELLOW);
      return;
    }
    loading = true;
    add("  │ Loading from " + Wording.time(plan.start()) + " to " + Wording.time(plan.end()));
    add("  │ " + size(plan.points(), plan.batchSize()));
    int batches = plan.batches().size();
    add("  │ Loading in " + (batches == 1 ? "single batch" : batches + " batches") + "...");
  }

  private void describeOrigin(LoadPlan plan) {
    switch (plan.origin()) {
      case RESUMED -> {
        String last = Wording.time(plan.start() - metric.interval().millis());
        add("  │ Resuming from last saved: " + last);
      }
      case FRESH -> add("  │ Starting fresh from: " + Wording.time(plan.start()));
      case REQUESTED -> {}
    }
  }

  void loadFinished(long points) {
    if (loading) {
      add("  └─ Loaded " + Wording.count(points) + " datapoints", Style.GREEN);
    }
  }

  void detectStarted(int count) {
    open("DETECT");
    if (count == 0) {
      add("  └─ No detectors configured, skipping detection");
      return;
    }
    add("  │ Running " + count + " detector(s)...");
    detecting = true;
  }

  void detectPlanned(int count, DetectPlan plan) {
    detectors.planned(count, plan);
  }

  void detectFinished(DetectPlan plan, long anomalies) {
    detectors.finished(plan, anomalies);
  }

  void alertsChecked(List<BlockReport> blocks) {
    closeDetect();
    open("ALERT");
    new AlertLines(this::add).write(metric.alerting().size(), blocks);
  }

  void warning(String message) {
    add("  │ ⚠ " + message, Style.YELLOW);
  }

  void printTo(Console console, MetricOutcome outcome) {
    closeDetect();
    lines.forEach(line -> console.line(line.text, line.styles));
    console.blank();
    if (outcome.status() == MetricOutcome.Status.FAILED) {
      String error = outcome.error().orElse("no reason given");
      console.line("  ✗ Failed: " + error, Style.RED, Style.BOLD);
    } else {
      console.line("✓ Pipeline completed successfully", Style.GREEN, Style.BOLD);
    }
    console.blank();
  }

  /** Writes the detectors' part; their total is known only when all of them finished. */
  private void closeDetect() {
    if (!detecting) {
      return;
    }
    detecting = false;
    detectors.forEachLine(this::add);
    OptionalLong total = detectors.total();
    if (total.isPresent()) {
      Style style = total.getAsLong() > 0 ? Style.YELLOW : Style.GREEN;
      add("  └─ Total anomalies: " + Wording.count(total.getAsLong()), style);
    }
  }

  private void open(String title) {
    add("");
    add("  ┌─ " + title, Style.CYAN, Style.BOLD);
  }

  private void add(String text, Style... styles) {
    lines.add(new Line(text, styles));
  }

  static String size(long points, int batchSize) {
    String batch = Wording.count(batchSize);
    return "Total points: ~" + Wording.count(points) + " | Batch size: " + batch;
  }
}
