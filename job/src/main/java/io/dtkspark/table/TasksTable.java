package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.COUNT;
import static io.dtkspark.table.ColumnKind.INTEGER;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

import java.util.Arrays;
import java.util.List;

/** {@code _dtk_tasks}: the pipeline lock of each metric and how its last run ended. */
public final class TasksTable {

  /** Value of both {@code detector_id} and {@code process_type} in a lock's row. */
  public static final String PIPELINE = "pipeline";

  public static final String RUNNING = "running";
  public static final String COMPLETED = "completed";
  public static final String FAILED = "failed";

  public static final Table TABLE =
      Table.builder("_dtk_tasks")
          .column("metric_name", TEXT)
          .column("detector_id", TEXT)
          .column("process_type", TEXT)
          .column("status", TEXT)
          .column("started_at", TIME)
          .column("updated_at", TIME)
          .nullable("last_processed_timestamp", TIME)
          .nullable("error_message", TEXT)
          .column("timeout_seconds", INTEGER)
          .nullable("last_alert_sent", TIME)
          .zeroByDefault("alert_count", COUNT)
          .nullable("last_recovery_sent", TIME)
          .key("metric_name", "detector_id", "process_type")
          .build();

  private TasksTable() {}

  /**
   * A lock's row, in column order. detectkit writes both times anew with every change of status.
   *
   * @param error text of a failure, or null
   * @param now epoch milliseconds
   */
  public static List<Object> row(
      String metric, String status, String error, int timeoutSeconds, long now) {
    return Arrays.asList(
        metric, PIPELINE, PIPELINE, status, now, now, null, error, timeoutSeconds, null, 0, null);
  }
}
