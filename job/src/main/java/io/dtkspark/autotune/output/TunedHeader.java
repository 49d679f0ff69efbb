package io.dtkspark.autotune.output;

import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.config.MetricKeys;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The comments at the top of a tuned metric: what it was made from, and why it is as it is. */
final class TunedHeader {

  private static final String RULE = "# " + "-".repeat(72);

  private TunedHeader() {}

  static String text(
      String runId, MetricKeys keys, Path originalFile, TuningInput input, TuningResult result) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(RULE);
    lines.add("# Written by `dtk autotune`, run " + runId + ". Edit or delete it as you like.");
    lines.add(entry("original", slashed(originalFile)));
    lines.add(entry("trained on", training(input)));
    lines.add(entry("labels", labels(input.labels())));
    lines.add(entry("score", score(input, result)));
    if (!keys.dropped().isEmpty()) {
      lines.add(entry("not copied", String.join(", ", keys.dropped()) + ": add if still needed"));
    }
    lines.add("#");
    for (Decision decision : result.decisions()) {
      if (decision.stage() != Decision.Stage.LABELS) {
        String stage = decision.stage().title().toLowerCase(Locale.ROOT);
        lines.add(entry(stage, oneLine(decision.message())));
      }
    }
    lines.add("#");
    lines.add(entry("again", "dtk autotune --select " + input.metric()));
    lines.add(RULE);
    return lines.toString();
  }

  private static String entry(String name, String text) {
    return String.format(Locale.ROOT, "# %-16s %s", name + ":", text);
  }

  private static String training(TuningInput input) {
    return String.format(
        Locale.ROOT,
        "%,d points from %s to %s UTC",
        input.series().size(),
        Moments.text(input.firstMillis()),
        Moments.text(input.lastMillis()));
  }

  private static String labels(LabelGrid labels) {
    return String.format(
        Locale.ROOT,
        "%s; %d span(s) and %d point(s) mark %d of the points",
        labels.mode(),
        labels.intervals(),
        labels.points(),
        labels.positives());
  }

  /** Without labels the scoring metric was not even looked at, so it is not named. */
  private static String score(TuningInput input, TuningResult result) {
    String objective =
        input.labels().supervised()
            ? input.settings().scoring().key()
            : "tight bands that flag few points";
    String folds =
        result.foldScores().stream()
            .map(fold -> String.format(Locale.ROOT, "%.2f", fold))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%.3f (%s; folds: %s)",
        result.score(),
        objective,
        folds.isEmpty() ? "none" : folds);
  }

  private static String slashed(Path file) {
    return oneLine(file.toString().replace('\\', '/'));
  }

  /** A line break would end the comment. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }
}
