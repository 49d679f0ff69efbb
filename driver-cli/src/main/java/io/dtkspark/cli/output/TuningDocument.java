package io.dtkspark.cli.output;

import io.dtkspark.run.TuningOutcome;
import io.dtkspark.run.TuningOutcome.Tuned;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one JSON line of {@code dtk autotune --json}. Ours: detectkit has none for this command; keys
 * that both commands have are those of {@link RunDocument}.
 */
public final class TuningDocument {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String selector;
  private final Instant startedAt;
  private Optional<String> project = Optional.empty();
  private Optional<String> error = Optional.empty();
  private List<TuningOutcome> outcomes = List.of();

  public TuningDocument(String selector, Instant startedAt) {
    this.selector = selector;
    this.startedAt = startedAt;
  }

  public void project(String name) {
    project = Optional.of(name);
  }

  /** The reason why the whole command failed; the first one counts. */
  public void error(String message) {
    error = error.or(() -> Optional.of(message));
  }

  public void outcomes(List<TuningOutcome> all) {
    outcomes = List.copyOf(all);
  }

  /** The finished document, without a line end. */
  public String finish(Instant finishedAt, int exitCode) {
    TuningTotals totals = TuningTotals.of(outcomes);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema_version", 1);
    document.put("command", "autotune");
    document.put("project", project.orElse(null));
    document.put("selector", selector);
    document.put("started_at", TIME.format(startedAt));
    document.put("finished_at", TIME.format(finishedAt));
    document.put("status", status(totals));
    document.put("error", error.orElse(null));
    document.put("metrics", outcomes.stream().map(TuningDocument::entry).toList());
    document.put("totals", entry(totals));
    document.put("exit_code", exitCode);
    return Json.write(document);
  }

  private String status(TuningTotals totals) {
    if (error.isPresent() && outcomes.isEmpty()) {
      return "error";
    }
    return error.isPresent() || totals.failed() > 0 ? "failed" : "success";
  }

  private static Map<String, Object> entry(TuningOutcome outcome) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", outcome.metric());
    entry.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
    entry.put("reason", outcome.reason().orElse(null));
    outcome.tuned().ifPresent(tuned -> put(tuned, entry));
    return entry;
  }

  private static void put(Tuned tuned, Map<String, Object> entry) {
    entry.put("run_id", tuned.config().runId());
    entry.put("mode", tuned.input().labels().mode());
    entry.put("scoring_metric", tuned.input().settings().scoring().key());
    entry.put("points", tuned.input().series().size());
    double score = tuned.result().score();
    entry.put("score", Double.isFinite(score) ? score : null);
    entry.put("seasonality", tuned.result().seasonality().orElse(null));
    entry.put("detector_type", tuned.result().detectorType());
    entry.put("detector_params", tuned.result().params());
    entry.put("detector_id", tuned.result().detectorId());
    entry.put("candidates", tuned.result().candidateIds().size());
    entry.put("config", tuned.config().file().toString().replace('\\', '/'));
    entry.put("stored", tuned.stored());
    entry.put("superseded", tuned.superseded());
    entry.put("search_seconds", Math.round(tuned.searchSeconds() * 1000) / 1000.0);
  }

  private static Map<String, Object> entry(TuningTotals totals) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("metrics", totals.metrics());
    entry.put("succeeded", totals.succeeded());
    entry.put("failed", totals.failed());
    entry.put("skipped", totals.skipped());
    return entry;
  }
}
