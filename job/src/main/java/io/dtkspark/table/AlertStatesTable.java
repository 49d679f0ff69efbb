package io.dtkspark.table;

/** {@code _dtk_alert_states}: what each alerting block sent last. */
public final class AlertStatesTable {

  public static final Table TABLE =
      Table.builder("_dtk_alert_states")
          .column("metric_name", ColumnKind.TEXT)
          .column("alert_config_id", ColumnKind.TEXT)
          .nullable("last_alert_sent", ColumnKind.TIME)
          .nullable("last_recovery_sent", ColumnKind.TIME)
          .zeroByDefault("alert_count", ColumnKind.COUNT)
          .column("updated_at", ColumnKind.TIME)
          .key("metric_name", "alert_config_id")
          .version("updated_at")
          .build();

  private AlertStatesTable() {}
}
