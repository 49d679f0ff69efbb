package io.dtkspark.table;

import static io.dtkspark.table.ColumnKind.COUNT;
import static io.dtkspark.table.ColumnKind.FLAG;
import static io.dtkspark.table.ColumnKind.TEXT;
import static io.dtkspark.table.ColumnKind.TIME;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code _dtk_metrics}: each metric's configuration, for people and dashboards only. */
public final class MetricsTable {

  public static final Table TABLE =
      Table.builder("_dtk_metrics")
          .column("metric_name", TEXT)
          .nullable("description", TEXT)
          .column("path", TEXT)
          .column("interval", TEXT)
          .nullable("loading_start_time", TIME)
          .column("loading_batch_size", COUNT)
          .column("is_alert_enabled", FLAG)
          .nullable("timezone", TEXT)
          .nullable("direction", TEXT)
          .column("consecutive_anomalies", COUNT)
          .column("no_data_alert", FLAG)
          .column("min_detectors", COUNT)
          .column("tags", TEXT)
          .column("enabled", FLAG)
          .column("created_at", TIME)
          .column("updated_at", TIME)
          .key("metric_name")
          .build();

  private MetricsTable() {}

  /**
   * The metric's row, in column order. Only the first alerting block is mirrored, and {@code
   * created_at} is the time of writing, both as in detectkit 0.67.2.
   *
   * @param now epoch milliseconds
   */
  public static List<Object> row(MetricConfig metric, long now) {
    Optional<AlertConfig> alert = metric.alerting().stream().findFirst();
    return Arrays.asList(
        metric.name(),
        metric.description().orElse(null),
        metric.file().toString(),
        metric.interval().text(),
        metric.loadingStartTime().orElse(null),
        metric.loadingBatchSize(),
        flag(alert.map(AlertConfig::enabled).orElse(false)),
        alert.flatMap(AlertConfig::timezone).orElse(null),
        alert.map(AlertConfig::direction).orElse(null),
        alert.map(AlertConfig::consecutiveAnomalies).orElse(3),
        flag(alert.map(AlertConfig::noDataAlert).orElse(false)),
        alert.map(AlertConfig::minDetectors).orElse(1),
        metric.tags().stream().map(MetricsTable::quoted).collect(Collectors.joining(",", "[", "]")),
        flag(metric.enabled()),
        now,
        now);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  /** A JSON string with only the escapes that JSON demands, as orjson writes it. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
