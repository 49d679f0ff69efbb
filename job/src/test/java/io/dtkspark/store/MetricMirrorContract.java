package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.AlertConfig;
import io.dtkspark.config.Interval;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.table.Column;
import io.dtkspark.table.MetricsTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mirror of each metric's configuration. */
public abstract class MetricMirrorContract extends StoreContract {

  private static final String DEFAULT_TABLE = MetricsTable.TABLE.name();

  @Test
  void metricWithoutAlertingHasTheDefaultsOfDetectkit() {
    store.metricMirror().upsert(metric(Optional.empty(), List.of(), true), DEFAULT_TABLE);
    assertEquals(
        List.of(
            "metric_name=cpu, description=null, path=/metrics/cpu.yml, interval=1h,"
                + " loading_start_time=null, loading_batch_size=50, is_alert_enabled=0,"
                + " timezone=null, direction=null, consecutive_anomalies=3, no_data_alert=0,"
                + " min_detectors=1, tags=[], enabled=1, created_at=2024-03-01 12:00:00.5,"
                + " updated_at=2024-03-01 12:00:00.5"),
        rows());
  }

  @Test
  void firstAlertingBlockIsMirrored() {
    List<AlertConfig> alerting =
        List.of(
            new AlertConfig("1", true, Optional.of("Asia/Tokyo"), List.of(), 2, "up", 5, true),
            new AlertConfig("2", false, Optional.empty(), List.of(), 9, "any", 9, false));
    store.metricMirror().upsert(metric(Optional.of("It's"), alerting, false), DEFAULT_TABLE);
    assertEquals(
        List.of(
            "metric_name=cpu, description=It's, path=/metrics/cpu.yml, interval=1h,"
                + " loading_start_time=2024-01-01 00:00:00, loading_batch_size=50,"
                + " is_alert_enabled=1, timezone=Asia/Tokyo, direction=up,"
                + " consecutive_anomalies=5, no_data_alert=1, min_detectors=2,"
                + " tags=[\"zebra\",\"Größe\",\"a-1\"], enabled=0,"
                + " created_at=2024-03-01 12:00:00.5, updated_at=2024-03-01 12:00:00.5"),
        rows());
  }

  @Test
  void rowIsReplacedWithBothTimesAnew() {
    store.metricMirror().upsert(metric(Optional.of("old"), List.of(), true), DEFAULT_TABLE);
    clock.advance(Duration.ofDays(1));
    store.metricMirror().upsert(metric(Optional.of("new"), List.of(), true), DEFAULT_TABLE);
    assertEquals(
        List.of(
            "description=new, created_at=2024-03-02 12:00:00.5, updated_at=2024-03-02 12:00:00.5"),
        database.rows(MetricsTable.TABLE, "description", "created_at", "updated_at"));
  }

  @Test
  void otherTableIsNeverCreated() {
    MetricConfig metric = metric(Optional.empty(), List.of(), true);
    assertFails(
        ErrorCode.STORE, "my_metrics", () -> store.metricMirror().upsert(metric, "my_metrics"));
    assertEquals(List.of(), rows());
  }

  private List<String> rows() {
    return database.rows(
        MetricsTable.TABLE,
        MetricsTable.TABLE.columns().stream().map(Column::name).toArray(String[]::new));
  }

  /** With a description it also has a start and tags. */
  private static MetricConfig metric(
      Optional<String> description, List<AlertConfig> alerting, boolean enabled) {
    MetricConfig.Builder metric =
        MetricConfig.builder("cpu", new Interval(3600, "1h"))
            .file(Path.of("/metrics/cpu.yml"))
            .description(description)
            .query(Optional.of("SELECT 1"))
            .loadingBatchSize(50)
            .alerting(alerting)
            .enabled(enabled);
    if (description.isPresent()) {
      metric.tags(List.of("zebra", "Größe", "a-1")).loadingStartTime(START);
    }
    return metric.build();
  }
}
