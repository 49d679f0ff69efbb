package io.dtkspark.table;

/** {@code _dtk_autotune_runs}: what each search for a detector tried and chose. */
public final class AutotuneRunsTable {

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
}
