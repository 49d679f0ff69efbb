package io.dtkspark.cli.command;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.Upkeep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stored results in memory; remembers what was deleted. */
final class FakeUpkeep implements Upkeep {

  final Map<String, Map<String, Long>> detections = new TreeMap<>();
  final Map<String, List<String>> alertStates = new TreeMap<>();
  final Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
  final List<String> deleted = new ArrayList<>();

  /** Looking up or deleting this metric fails. */
  String broken = "";

  @Override
  public Map<String, Long> detectionCounts(String metric) {
    check(metric);
    return detections.getOrDefault(metric, Map.of());
  }

  @Override
  public List<String> alertConfigIds(String metric) {
    return alertStates.getOrDefault(metric, List.of());
  }

  @Override
  public void deleteDetections(String metric, String detectorId) {
    deleted.add(metric + " detections " + detectorId);
  }

  @Override
  public void deleteAlertState(String metric, String alertConfigId) {
    deleted.add(metric + " alerts " + alertConfigId);
  }

  @Override
  public Set<String> metricNames() {
    return rows.keySet();
  }

  @Override
  public Map<String, Long> rowCounts(String metric) {
    check(metric);
    return rows.get(metric);
  }

  @Override
  public void purge(String metric) {
    check(metric);
    deleted.add(metric);
  }

  private void check(String metric) {
    if (metric.equals(broken)) {
      throw new DtkException(ErrorCode.STORE, "connection lost");
    }
  }
}
