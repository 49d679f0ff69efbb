package io.dtkspark.alert;

import java.util.List;

/**
 * What is stored about one metric, all detectors together. Lists are in ascending time, detections
 * of one time by detector id.
 */
public interface DetectionHistory {

  /** All detections at the newest {@code points} times that are not after {@code lastMillis}. */
  List<Detection> recent(long lastMillis, int points);

  /**
   * All detections at the newest time, not after {@code lastMillis}, that has a detection stored
   * after {@code storedAfterMillis}; empty when there is no such time.
   */
  List<Detection> newestStoredAfter(long lastMillis, long storedAfterMillis);

  /** Whether there is a datapoint at {@code epochMillis}, and one with a value. */
  boolean hasValue(long epochMillis);
}
