package io.dtkspark.alert;

import java.util.HashMap;
import java.util.Map;

/** The newest detections of each detector: a recovery shows one of them. */
final class DetectorMemory {

  private final Map<String, Detection> newest = new HashMap<>();
  private final Map<String, Detection> newestWithBand = new HashMap<>();
  private Detection last;
  private Detection lastAnomaly;

  void add(Detection detection) {
    last = detection;
    newest.put(detection.detector().id(), detection);
    if (detection.hasBand()) {
      newestWithBand.put(detection.detector().id(), detection);
    }
    if (detection.anomaly()) {
      lastAnomaly = detection;
    }
  }

  /** The newest detection, of the greatest detector id among equals; null before the first. */
  Detection last() {
    return last;
  }

  /**
   * The detection whose band a recovery shows: that of the detector which fired, as new as it gets.
   *
   * @param fired what led the alert when it ended; null when that is not known
   */
  Detection recoverySource(Detection fired) {
    Detection target = fired == null ? lastAnomaly : fired;
    if (target == null) {
      target = last;
    }
    Detection source = newest.getOrDefault(target.detector().id(), target);
    if (source.hasBand()) {
      return source;
    }
    Detection banded = newestWithBand.get(source.detector().id());
    if (banded != null) {
      return banded;
    }
    return lastAnomaly == null ? source : lastAnomaly;
  }
}
