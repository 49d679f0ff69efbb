package io.dtkspark.store;

import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.DetectionHistory;

/** What alerts are decided on: stored detections, and what {@code _dtk_alert_states} remembers. */
public interface AlertStore {

  /** The metric's stored rows, read when they are asked for. */
  DetectionHistory history(String metric);

  /** What a block sent last; {@link AlertState#NEW} without a row. */
  AlertState state(String metric, String alertConfigId);

  /** Stores what a block sent last; of two writers the later one stays. */
  void save(String metric, String alertConfigId, AlertState state);
}
