package io.dtkspark.seasonality;

/**
 * Which rows share a seasonality key, for each configured component.
 *
 * <p>{@code keyOfRow[c][row]} is a dense number from 0 to {@code keyCount[c] - 1}: two rows are in
 * the same group of component {@code c} when their numbers are equal. A component that names a
 * column the data does not have has one key for all rows, so its group is the whole window.
 *
 * @param keyOfRow one array per component, indexed by the rows of the {@code Series}
 * @param keyCount number of distinct keys per component
 */
public record SeasonalityGroups(int[][] keyOfRow, int[] keyCount) {

  /** No seasonality: detectors use the statistics of the whole window alone. */
  public static final SeasonalityGroups NONE = new SeasonalityGroups(new int[0][], new int[0]);

  public int components() {
    return keyOfRow.length;
  }
}
