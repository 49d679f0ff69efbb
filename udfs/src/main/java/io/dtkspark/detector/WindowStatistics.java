package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;

/**
 * Statistics of the trailing window and of its seasonality groups, for one kind of detector.
 *
 * <p>The detector tells which rows enter and leave, then asks about the row that follows them.
 * Windows and groups asked about are not empty. Statistics are written in the order of {@link
 * WindowedSpec.Statistic#names()}.
 */
interface WindowStatistics {

  /**
   * Forgets all rows.
   *
   * @param values what windows see of each row, by row of the series; filled up to the row in hand
   * @param groups seasonality keys of the same rows
   */
  void begin(double[] values, SeasonalityGroups groups);

  /** A row enters at the new end of the window. */
  void add(int row, double value);

  /** The oldest row leaves. */
  void remove(int row, double value);

  /**
   * Describes the whole window as seen from {@code row}.
   *
   * @param slope change per row; older values are projected to {@code row} along it, unless 0
   */
  void ofWindow(int row, double slope, double[] out);

  /**
   * Describes the rows of the window that share the key of {@code row}; call it after {@link
   * #ofWindow} with the same row and slope.
   *
   * @return the size of the group; when it is below {@code minSize} nothing is written
   */
  int ofGroup(int component, int row, double slope, int minSize, double[] out);
}
