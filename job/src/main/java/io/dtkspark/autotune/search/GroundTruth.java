package io.dtkspark.autotune.search;

import java.io.Serializable;

/**
 * Which rows are known incidents. A search without any has no labels to go by and is unsupervised.
 *
 * @param incident one per row
 * @param intervals labels that span a range, for the log
 * @param points labels of a single time, for the log
 */
public record GroundTruth(boolean[] incident, int intervals, int points) implements Serializable {

  /** No labels for {@code rows} rows. */
  public static GroundTruth none(int rows) {
    return new GroundTruth(new boolean[rows], 0, 0);
  }

  public boolean isSupervised() {
    return positives() > 0;
  }

  /** Rows inside incidents. */
  public int positives() {
    int positives = 0;
    for (boolean row : incident) {
      positives += row ? 1 : 0;
    }
    return positives;
  }

  String mode() {
    return isSupervised() ? "supervised" : "unsupervised";
  }
}
