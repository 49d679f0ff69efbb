package io.dtkspark.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code dtk clean} looks up and deletes. */
public interface Upkeep {

  /** Stored detection rows per detector id, ordered by id. */
  Map<String, Long> detectionCounts(String metric);

  List<String> alertConfigIds(String metric);

  void deleteDetections(String metric, String detectorId);

  void deleteAlertState(String metric, String alertConfigId);

  /** Names with rows in any table but {@code _dtk_autotune_runs}. */
  Set<String> metricNames();

  /** Rows per table, in the order datapoints, detections, tasks, alert states, metrics. */
  Map<String, Long> rowCounts(String metric);

  /** Deletes the metric's rows from the tables of {@link #rowCounts}, in one transaction. */
  void purge(String metric);
}
