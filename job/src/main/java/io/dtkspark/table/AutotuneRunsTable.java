package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.DOUBLE;
import static io.dtkspark.table.ColumnKind.INTEGER;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

/** {@code _dtk_autotune_runs}: what each search for a detector tried and chose. */
public final class AutotuneRunsTable {

  public static final Table TABLE =
      Table.builder("_dtk_autotune_runs")
          .column("metric_name", TEXT)
          .column("run_id", TEXT)
          .column("created_at", TIME)
          .nullable("training_period_start", TIME)
          .nullable("training_period_end", TIME)
          .column("interval_seconds", INTEGER)
          .column("labels_json", TEXT)
          .column("mode", TEXT)
          .column("scoring_metric", TEXT)
          .nullable("score", DOUBLE)
          .column("chosen_seasonality_json", TEXT)
          .nullable("chosen_detector_type", TEXT)
          .column("chosen_detector_params_json", TEXT)
          .nullable("winning_detector_id", TEXT)
          .column("candidate_detector_ids_json", TEXT)
          .column("decision_log_json", TEXT)
          .nullable("generated_config_path", TEXT)
          .column("generated_config_text", TEXT)
          .column("status", TEXT)
          .nullable("error_message", TEXT)
          .key("metric_name", "run_id")
          .version("created_at")
          .build();

  private AutotuneRunsTable() {}
}
