package io.dtkspark.autotune.search;

import io.dtkspark.detector.DetectionColumns;

/**
 * What a detector said about each row.
 *
 * @param flagged anomalies
 * @param distance from the middle of the interval in units of its half-width; 0 where there is none
 * @param valid rows that could be scored at all
 */
record Verdicts(boolean[] flagged, double[] distance, boolean[] valid) {

  static Verdicts of(DetectionColumns columns) {
    int rows = columns.size();
    Verdicts verdicts = new Verdicts(new boolean[rows], new double[rows], new boolean[rows]);
    for (int row = 0; row < rows; row++) {
      byte verdict = columns.verdict[row];
      if (verdict >= DetectionColumns.NORMAL) {
        verdicts.valid[row] = true;
        verdicts.flagged[row] = verdict != DetectionColumns.NORMAL;
        verdicts.distance[row] =
            distance(columns.processed[row], columns.lower[row], columns.upper[row]);
      }
    }
    return verdicts;
  }

  private static double distance(double value, double lower, double upper) {
    double half = (upper - lower) / 2.0;
    return half > 0 ? Math.abs(value - (upper + lower) / 2.0) / half : 0;
  }

  int size() {
    return flagged.length;
  }

  /** The same rows with other flags, those of an alert rule. */
  Verdicts flagging(boolean[] alerts) {
    return new Verdicts(alerts, distance, valid);
  }

  boolean anyValid(int from, int to) {
    for (int row = from; row < to; row++) {
      if (valid[row]) {
        return true;
      }
    }
    return false;
  }
}
