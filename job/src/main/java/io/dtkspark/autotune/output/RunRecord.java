package io.dtkspark.autotune.output;

import io.dtkspark.autotune.DecisionLog;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.IncidentLabels.Span;
import io.dtkspark.json.JsonTree;
import io.dtkspark.table.AutotuneRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search as the row of {@code _dtk_autotune_runs} it is stored as. */
public final class RunRecord {

  private RunRecord() {}

  /**
   * The row of a search that succeeded.
   *
   * @param labels as they were found, whether or not they meet a point
   */
  public static AutotuneRun of(
      TuningInput input, IncidentLabels labels, TuningResult result, TunedConfig config) {
    return new AutotuneRun(
        input.metric(),
        config.runId(),
        Optional.of(input.firstMillis()),
        Optional.of(input.lastMillis()),
        input.intervalSeconds(),
        json(labels),
        input.labels().mode(),
        input.settings().scoring().key(),
        Optional.of(result.score()),
        JsonTree.text(result.seasonality().orElse(null)),
        Optional.of(result.detectorType()),
        JsonTree.text(result.params()),
        Optional.of(result.detectorId()),
        JsonTree.text(result.candidateIds()),
        DecisionLog.json(result.decisions()),
        Optional.of(config.file().toString().replace('\\', '/')),
        config.text(),
        Optional.empty());
  }

  /** Labels as {@code labels_json} holds them: times alone, in UTC. */
  static String json(IncidentLabels labels) {
    return JsonTree.text(
        Map.of(
            "intervals", spans(labels),
            "points",
                labels.points().stream()
                    .map(point -> Map.of("at", Moments.iso(point.span().start())))
                    .toList()));
  }

  private static List<Map<String, String>> spans(IncidentLabels labels) {
    return labels.intervals().stream()
        .map(
            incident -> {
              Span span = incident.span();
              return Map.of("start", Moments.iso(span.start()), "end", Moments.iso(span.end()));
            })
        .toList();
  }
}
