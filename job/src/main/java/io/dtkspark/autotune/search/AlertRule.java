package io.dtkspark.autotune.search;

import java.util.Optional;

/**
 * When anomalies become an alert: a run of them, or a share of a window.
 *
 * @param consecutiveAnomalies length of the run
 * @param fraction the other way to an alert, when it helps
 */
public record AlertRule(int consecutiveAnomalies, Optional<Fraction> fraction) {

  /**
   * An alert on an anomaly with enough others before it.
   *
   * @param windowPoints intervals looked at, the anomaly's own included
   * @param minShare share of anomalies among them, in (0, 1]
   */
  public record Fraction(int windowPoints, double minShare) {

    /** Rows at which it fires; rows before the first one count as normal. */
    boolean[] fires(boolean[] flagged) {
      boolean[] fires = new boolean[flagged.length];
      int inWindow = 0;
      for (int row = 0; row < fires.length; row++) {
        inWindow += flagged[row] ? 1 : 0;
        inWindow -= row >= windowPoints && flagged[row - windowPoints] ? 1 : 0;
        fires[row] = flagged[row] && inWindow >= minShare * windowPoints;
      }
      return fires;
    }
  }

  /** Rows that end a run of {@code length} flagged ones. */
  static boolean[] runs(boolean[] flagged, int length) {
    boolean[] fires = new boolean[flagged.length];
    int run = 0;
    for (int row = 0; row < fires.length; row++) {
      run = flagged[row] ? run + 1 : 0;
      fires[row] = run >= length;
    }
    return fires;
  }
}
