package io.dtkspark.table;

import io.dtkspark.alert.AlertState;
import java.util.Arrays;
import java.util.List;

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

  /**
   * A block's row, in column order.
   *
   * @param now epoch milliseconds
   */
  public static List<Object> row(String metric, String alertConfigId, AlertState state, long now) {
    return Arrays.asList(
        metric,
        alertConfigId,
        moment(state.lastAlertMillis()),
        moment(state.lastRecoveryMillis()),
        state.alertCount(),
        now);
  }

  private static Long moment(long epochMillis) {
    return epochMillis == AlertState.NEVER ? null : epochMillis;
  }
}
