package io.dtkspark.autotune.search;

import java.io.Serializable;
import java.util.List;

/**
 * All that the score of a candidate depends on; the same for every candidate of a search.
 *
 * @param incident which rows are known incidents; none = without labels
 * @param folds what is scored
 */
public record Evidence(TuningSeries series, boolean[] incident, List<Fold> folds, ScoringRule rule)
    implements Serializable {

  /** Rows of the series. */
  public int rows() {
    return series.size();
  }

  boolean isSupervised() {
    for (boolean row : incident) {
      if (row) {
        return true;
      }
    }
    return false;
  }
}
