package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.table.AlertStatesTable;
import io.dtkspark.table.AutotuneRunsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code clean} counts and deletes. */
public abstract class UpkeepContract extends StoreContract {

  @BeforeEach
  void storeTwoMetrics() {
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2, 3));
    publishDetections("cpu", "bb", stage(detections("cpu", "bb", CREATED), 0, 1, 2));
    publishDetections("cpu", "aa", stage(detections("cpu", "aa", CREATED), 0, 1));
    publishDetections("ram", "bb", stage(detections("ram", "bb", CREATED), 0, 1));
    store.locks().acquire("cpu", false);
    store.locks().acquire("disk", false);
    for (String id : List.of("y", "x")) {
      database.insert(AlertStatesTable.TABLE, alertState(id));
    }
    database.insert(AutotuneRunsTable.TABLE, autotuneRun("tuned"));
    database.insert(AutotuneRunsTable.TABLE, autotuneRun("cpu"));
  }

  @Test
  void detectionsAreCountedPerDetector() {
    Map<String, Long> counts = store.upkeep().detectionCounts("cpu");
    assertEquals(Map.of("aa", 1L, "bb", 2L), counts);
    assertEquals(List.of("aa", "bb"), new ArrayList<>(counts.keySet()));
    assertEquals(Map.of(), store.upkeep().detectionCounts("none"));
  }

  @Test
  void oneDetectorsDetectionsAreDeleted() {
    store.upkeep().deleteDetections("cpu", "bb");
    assertEquals(Map.of("aa", 1L), store.upkeep().detectionCounts("cpu"));
    assertEquals(Map.of("bb", 1L), store.upkeep().detectionCounts("ram"));
  }

  @Test
  void alertStatesAreListedAndDeletedById() {
    assertEquals(List.of("x", "y"), store.upkeep().alertConfigIds("cpu"));
    store.upkeep().deleteAlertState("cpu", "x");
    assertEquals(List.of("y"), store.upkeep().alertConfigIds("cpu"));
  }

  @Test
  void metricsWithAutotuneRunsOnlyAreNotNamed() {
    assertEquals(Set.of("cpu", "ram", "disk"), store.upkeep().metricNames());
  }

  @Test
  void rowsAreCountedPerTableInTheOrderOfTheReport() {
    Map<String, Long> counts = store.upkeep().rowCounts("cpu");
    assertEquals(
        List.of(
            "_dtk_datapoints=3",
            "_dtk_detections=3",
            "_dtk_tasks=1",
            "_dtk_alert_states=2",
            "_dtk_metrics=0"),
        counts.entrySet().stream().map(Object::toString).toList());
  }

  @Test
  void purgeLeavesOtherMetricsAndAutotuneRuns() {
    store.upkeep().purge("cpu");
    assertEquals(Set.of("ram", "disk"), store.upkeep().metricNames());
    assertEquals(
        List.of("metric_name=cpu", "metric_name=tuned"),
        database.rows(AutotuneRunsTable.TABLE, "metric_name"));
  }

  private static Map<String, Object> alertState(String id) {
    return Map.of("metric_name", "cpu", "alert_config_id", id, "updated_at", "2024-01-01 00:00:00");
  }

  private static Map<String, Object> autotuneRun(String metric) {
    return Map.ofEntries(
        Map.entry("metric_name", metric),
        Map.entry("run_id", "failed"),
        Map.entry("created_at", "2024-01-01 00:00:00"),
        Map.entry("interval_seconds", 3600),
        Map.entry("labels_json", "{}"),
        Map.entry("mode", "unknown"),
        Map.entry("scoring_metric", "mcc"),
        Map.entry("chosen_seasonality_json", "[]"),
        Map.entry("chosen_detector_params_json", "{}"),
        Map.entry("candidate_detector_ids_json", "[]"),
        Map.entry("decision_log_json", "[]"),
        Map.entry("generated_config_text", ""),
        Map.entry("status", "failed"));
  }
}
