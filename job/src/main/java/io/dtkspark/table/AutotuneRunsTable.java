package io.dtkspark.table;

import java.util.Arrays;
import java.util.List;

/** {@code _dtk_autotune_runs}: what each search for a detector tried and chose. */
public final class AutotuneRunsTable {

  /** The run id of every failure: a metric has one row for all of them. */
  public static final String FAILED = "failed";

  private static final String SUCCESS = "success";

  public static final Table TABLE =
      Table.builder("_dtk_autotune_runs")
          .column("metric_name", ColumnKind.TEXT)
          .column("run_id", ColumnKind.TEXT)
          .column("created_at", ColumnKind.TIME)
          .nullable("training_period_start", ColumnKind.TIME)
          .nullable("training_period_end", ColumnKind.TIME)
          .column("interval_seconds", ColumnKind.INTEGER)
          .column("labels_json", ColumnKind.TEXT)
          .column("mode", ColumnKind.TEXT)
          .column("scoring_metric", ColumnKind.TEXT)
          .nullable("score", ColumnKind.DOUBLE)
          .column("chosen_seasonality_json", ColumnKind.TEXT)
          .nullable("chosen_detector_type", ColumnKind.TEXT)
          .column("chosen_detector_params_json", ColumnKind.TEXT)
          .nullable("winning_detector_id", ColumnKind.TEXT)
          .column("candidate_detector_ids_json", ColumnKind.TEXT)
          .column("decision_log_json", ColumnKind.TEXT)
          .nullable("generated_config_path", ColumnKind.TEXT)
          .column("generated_config_text", ColumnKind.TEXT)
          .column("status", ColumnKind.TEXT)
          .nullable("error_message", ColumnKind.TEXT)
          .key("metric_name", "run_id")
          .version("created_at")
          .build();

  private AutotuneRunsTable() {}

  /** A run's row, in column order. */
  public static List<Object> row(AutotuneRun run, long now) {
    return Arrays.asList(
        run.metric(),
        run.runId(),
        now,
        run.trainingStart().orElse(null),
        run.trainingEnd().orElse(null),
        run.intervalSeconds(),
        run.labelsJson(),
        run.mode(),
        run.scoringMetric(),
        run.score().filter(Double::isFinite).orElse(null),
        run.seasonalityJson(),
        run.detectorType().orElse(null),
        run.detectorParamsJson(),
        run.winningDetectorId().orElse(null),
        run.candidateIdsJson(),
        run.decisionLogJson(),
        run.configPath().orElse(null),
        run.configText(),
        run.error().isPresent() ? FAILED : SUCCESS,
        run.error().orElse(null));
  }
}
