package io.dtkspark.table;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.MetricConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code _dtk_metrics}: each metric's configuration, for people and dashboards only. */
public final class MetricsTable {

  public static final Table TABLE =
      Table.builder("_dtk_metrics")
          .column("metric_name", ColumnKind.TEXT)
          .nullable("description", ColumnKind.TEXT)
          .column("path", ColumnKind.TEXT)
          .column("interval", ColumnKind.TEXT)
          .nullable("loading_start_time", ColumnKind.TIME)
          .column("loading_batch_size", ColumnKind.COUNT)
          .column("is_alert_enabled", ColumnKind.FLAG)
          .nullable("timezone", ColumnKind.TEXT)
          .nullable("direction", ColumnKind.TEXT)
          .column("consecutive_anomalies", ColumnKind.COUNT)
          .column("no_data_alert", ColumnKind.FLAG)
          .column("min_detectors", ColumnKind.COUNT)
          .column("tags", ColumnKind.TEXT)
          .column("enabled", ColumnKind.FLAG)
          .column("created_at", ColumnKind.TIME)
          .column("updated_at", ColumnKind.TIME)
          .key("metric_name")
          .build();

  private MetricsTable() {}

  /**
   * The metric's row, in column order. Only the first alerting block is mirrored, and {@code
   * created_at} is the time of writing, both as in detectkit 0.67.2. The row is written before the
   * metric runs, so a wrong interval stands there as written and a wrong start as NULL.
   *
   * @param now epoch milliseconds
   */
  public static List<Object> row(MetricConfig metric, long now) {
    Optional<AlertConfig> alert = metric.alerting().stream().findFirst();
    return Arrays.asList(
        metric.name(),
        metric.description().orElse(null),
        metric.file().toString(),
        metric.lateInterval().text(),
        metric.loadingStart().flatMap(start -> start.forLoading().value()).orElse(null),
        metric.loadingBatchSize(),
        flag(alert.map(AlertConfig::enabled).orElse(false)),
        alert.flatMap(AlertConfig::timezone).orElse(null),
        alert.map(AlertConfig::direction).orElse(null),
        alert.map(AlertConfig::consecutiveAnomalies).orElse(3),
        flag(alert.map(AlertConfig::noDataAlert).orElse(false)),
        alert.map(AlertConfig::minDetectors).orElse(1),
        tags(metric.tags()),
        flag(metric.enabled()),
        now,
        now);
  }

  private static int flag(boolean value) {
    return value ? 1 : 0;
  }

  /** A JSON array; tags are letters, digits, underscores and dashes, so nothing needs escaping. */
  private static String tags(List<String> tags) {
    return tags.isEmpty() ? "[]" : tags.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }
}
