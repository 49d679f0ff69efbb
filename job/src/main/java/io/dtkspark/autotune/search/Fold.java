package io.dtkspark.autotune.search;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of rows that is scored by itself, all rows before it being history: detectors look back
 * only, so one pass over the series gives the verdicts of all folds.
 *
 * @param from first row
 * @param to first row after it
 */
record Fold(int from, int to) implements Serializable {

  /**
   * Folds of equal length behind {@code context} rows that are never scored; the last one takes
   * what remains. None at all when nothing is left to score.
   */
  static List<Fold> split(int rows, int context, int count) {
    int first = Math.min(Math.max(context, 0), rows);
    int folds = Math.min(count, rows - first);
    List<Fold> split = new ArrayList<>();
    for (int k = 0; k < folds; k++) {
      int length = (rows - first) / folds;
      int from = first + k * length;
      split.add(new Fold(from, k == folds - 1 ? rows : from + length));
    }
    return List.copyOf(split);
  }
}
