package io.dtkspark.table;

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
          .column("metric_name", ColumnKind.TEXT)
          .column("detector_id", ColumnKind.TEXT)
          .column("process_type", ColumnKind.TEXT)
          .column("status", ColumnKind.TEXT)
          .column("started_at", ColumnKind.TIME)
          .column("updated_at", ColumnKind.TIME)
          .nullable("last_processed_timestamp", ColumnKind.TIME)
          .nullable("error_message", ColumnKind.TEXT)
          .column("timeout_seconds", ColumnKind.INTEGER)
          .nullable("last_alert_sent", ColumnKind.TIME)
          .zeroByDefault("alert_count", ColumnKind.COUNT)
          .nullable("last_recovery_sent", ColumnKind.TIME)
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
