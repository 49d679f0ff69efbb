package io.dtkspark.cli.output;

import io.dtkspark.plan.Step;
import io.dtkspark.report.MetricOutcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one JSON line of {@code dtk run --json}: keys, order and meaning of schema version 1 of
 * detectkit 0.67.2. Filled in while a run goes on, so that a run that dies can still be reported.
 */
public final class RunDocument {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String selector;
  private final Optional<String> exclude;
  private final List<Step> steps;
  private final Instant startedAt;
  private Optional<String> project = Optional.empty();
  private Optional<String> error = Optional.empty();
  private List<MetricOutcome> outcomes = List.of();
  private boolean aborted;

  public RunDocument(
      String selector, Optional<String> exclude, List<Step> steps, Instant startedAt) {
    this.selector = selector;
    this.exclude = exclude;
    this.steps = List.copyOf(steps);
    this.startedAt = startedAt;
  }

  public void project(String name) {
    project = Optional.of(name);
  }

  /** The reason why the whole run failed; the first one counts. */
  public void error(String message) {
    error = error.or(() -> Optional.of(message));
  }

  public void outcomes(List<MetricOutcome> all) {
    outcomes = List.copyOf(all);
  }

  /** Whether the run ended at the first failure; its metrics are outcomes all the same. */
  public void aborted(boolean value) {
    aborted = value;
  }

  /** The finished document, without a line end. */
  public String finish(Instant finishedAt, int exitCode) {
    RunTotals totals = RunTotals.of(outcomes);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema_version", 1);
    document.put("command", "run");
    document.put("project", project.orElse(null));
    document.put("selector", selector);
    document.put("exclude", exclude.orElse(null));
    document.put("steps", keys(steps));
    document.put("started_at", TIME.format(startedAt));
    document.put("finished_at", TIME.format(finishedAt));
    document.put("duration_seconds", seconds(finishedAt));
    document.put("status", status(totals));
    document.put("error", error.orElse(null));
    document.put("aborted", aborted);
    document.put("metrics", outcomes.stream().map(RunDocument::entry).toList());
    document.put("totals", entry(totals));
    document.put("exit_code", exitCode);
    return Json.write(document);
  }

  private double seconds(Instant finishedAt) {
    return Math.round((finishedAt.toEpochMilli() - startedAt.toEpochMilli()) / 100.0) / 10.0;
  }

  private String status(RunTotals totals) {
    if (error.isPresent() && outcomes.isEmpty()) {
      return "error";
    }
    return error.isPresent() || totals.failed() > 0 ? "failed" : "success";
  }

  private static Map<String, Object> entry(MetricOutcome outcome) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", outcome.metric());
    entry.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
    entry.put("steps_completed", keys(outcome.stepsCompleted()));
    entry.put("datapoints_loaded", outcome.datapointsLoaded());
    entry.put("anomalies_detected", outcome.anomaliesDetected());
    entry.put("alerts_sent", outcome.alertsSent());
    entry.put("error", outcome.error().orElse(null));
    return entry;
  }

  private static Map<String, Object> entry(RunTotals totals) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("metrics", totals.metrics());
    entry.put("succeeded", totals.succeeded());
    entry.put("failed", totals.failed());
    entry.put("skipped", totals.skipped());
    entry.put("datapoints_loaded", totals.datapointsLoaded());
    entry.put("anomalies_detected", totals.anomaliesDetected());
    entry.put("alerts_sent", totals.alertsSent());
    return entry;
  }

  private static List<String> keys(List<Step> steps) {
    return steps.stream().map(Step::key).toList();
  }
}
