package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.json.JsonText;

/** Writes {@code detection_metadata} of scored rows exactly as detectkit 0.67.2 stores it. */
interface DetectionJson {

  /**
   * The metadata of one row.
   *
   * @param row index into {@code columns}
   * @return a view that the next call changes
   */
  CharSequence metadata(DetectionColumns columns, int row);

  /** Whether a verdict is an anomaly. */
  static boolean isAnomaly(byte verdict) {
    return verdict >= DetectionColumns.ABOVE;
  }

  /** {@code direction} and {@code distance} of an anomaly, the first keys of its object. */
  static void beginWithAnomaly(JsonText json, DetectionColumns columns, int row) {
    byte verdict = columns.verdict[row];
    if (isAnomaly(verdict)) {
      json.name("direction").value(verdict == DetectionColumns.ABOVE ? "above" : "below");
      json.name("distance").value(columns.distance[row]);
    }
  }

  /** {@code severity} of an anomaly; infinite for a spread of zero, stored as null. */
  static void severity(JsonText json, DetectionColumns columns, int row) {
    if (isAnomaly(columns.verdict[row])) {
      json.name("severity").value(columns.severity[row]);
    }
  }
}
