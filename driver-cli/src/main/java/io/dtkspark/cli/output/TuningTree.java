package io.dtkspark.cli.output;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.cli.Console;
import io.dtkspark.cli.Style;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.run.TuningListener;
import io.dtkspark.run.TuningOutcome;
import io.dtkspark.run.TuningOutcome.Tuned;
import io.dtkspark.run.TuningRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Shows the decisions of each search as they are made, and what came out. */
public final class TuningTree implements TuningListener {

  private final Console console;
  private final TuningRequest request;
  private final UpkeepTree tree;
  private final LongSupplier nanoClock;
  private final long started;
  private final SearchProgress progress;
  private Decision.Stage open;

  public TuningTree(Console console, TuningRequest request, LongSupplier nanoClock) {
    this.console = console;
    this.request = request;
    this.tree = new UpkeepTree(console);
    this.nanoClock = nanoClock;
    this.started = nanoClock.getAsLong();
    this.progress = new SearchProgress(console, nanoClock);
  }

  @Override
  public void started(MetricConfig metric) {
    open = null;
    console.blank();
    console.line("Tuning metric: " + metric.name(), Style.CYAN, Style.BOLD);
    console.line("  Config file: " + request.project().config().root().relativize(metric.file()));
  }

  @Override
  public void searching(TuningInput input, String labelOrigin) {
    console.line(
        "  Training on: "
            + Wording.count(input.series().size())
            + " points from "
            + Wording.time(input.firstMillis())
            + " to "
            + Wording.time(input.lastMillis()));
    console.line("  Labels: " + labelOrigin);
  }

  @Override
  public void decided(Decision decision) {
    if (decision.stage() != open) {
      open = decision.stage();
      console.line("  ┌─ " + open.title(), Style.CYAN, Style.BOLD);
    }
    console.line("  │   " + decision.message());
  }

  @Override
  public void scored(int scored, int planned, double best) {
    progress.detectors(scored, planned, best);
  }

  @Override
  public void progress(int done) {
    progress.metrics(done, request.metrics().size());
  }

  @Override
  public void warning(String metric, String message) {
    console.line("  ⚠ " + message, Style.YELLOW);
  }

  @Override
  public void finished(TuningOutcome outcome) {
    switch (outcome.status()) {
      case SKIPPED -> tree.nothing(outcome.metric(), outcome.reason().orElse("left out"));
      case FAILED -> tree.failure(outcome.metric(), outcome.reason().orElse("no reason given"));
      case SUCCESS -> tree.block("RESULT", List.of(), lines(outcome.tuned().orElseThrow()));
    }
  }

  private static List<String> lines(Tuned tuned) {
    TuningResult result = tuned.result();
    List<String> lines = new ArrayList<>();
    lines.add("Winner: " + result.detectorType() + " " + parameters(result));
    lines.add(
        String.format(
            Locale.ROOT, "Score: %.3f (folds: %s)", result.score(), folds(result.foldScores())));
    lines.add(
        "Detectors tried: "
            + Wording.count(result.candidateIds().size())
            + " in "
            + Wording.seconds(tuned.searchSeconds()));
    if (!tuned.stored()) {
      lines.add("Dry run: nothing stored, no file written");
      return lines;
    }
    lines.add("Wrote " + tuned.config().file() + " (run " + tuned.config().runId() + ")");
    if (tuned.superseded() > 0) {
      lines.add("Deleted detections of " + tuned.superseded() + " earlier winner(s)");
    }
    lines.add("Run it: dtk run --select " + tuned.config().name());
    return lines;
  }

  private static String parameters(TuningResult result) {
    return result.params().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String folds(List<Double> scores) {
    return scores.isEmpty()
        ? "none"
        : scores.stream()
            .map(score -> String.format(Locale.ROOT, "%.2f", score))
            .collect(Collectors.joining(" "));
  }

  @Override
  public void allFinished(List<TuningOutcome> outcomes) {
    TuningTotals totals = TuningTotals.of(outcomes);
    double seconds = (nanoClock.getAsLong() - started) / 1e9;
    console.blank();
    console.line(
        "Done. " + totals.describe() + " in " + Wording.seconds(seconds) + ".",
        totals.failed() > 0 ? Style.RED : Style.CYAN,
        Style.BOLD);
  }
}
