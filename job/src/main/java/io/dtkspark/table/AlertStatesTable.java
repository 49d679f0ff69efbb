package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.COUNT;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

/** {@code _dtk_alert_states}: what each alerting block sent last. */
public final class AlertStatesTable {

  public static final Table TABLE =
      Table.builder("_dtk_alert_states")
          .column("metric_name", TEXT)
          .column("alert_config_id", TEXT)
          .nullable("last_alert_sent", TIME)
          .nullable("last_recovery_sent", TIME)
          .zeroByDefault("alert_count", COUNT)
          .column("updated_at", TIME)
          .key("metric_name", "alert_config_id")
          .version("updated_at")
          .build();

  private AlertStatesTable() {}
}
