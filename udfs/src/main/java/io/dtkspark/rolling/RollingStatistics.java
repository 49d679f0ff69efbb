package io.dtkspark.rolling;

/**
 * Statistics of a window that slides over a list of rows.
 *
 * <p>Rows enter at the new end in the order of the list and leave at the old end, one by one:
 *
 * <pre>{@code
 * begin(values, rows = {3, 4, 6, 7}, 0, 4)
 * add(); add();             window {3, 4}
 * describe(6, 0.0, out)     as seen from row 6: ages 3 and 2
 * removeOldest(); add();    window {4, 6}
 * }</pre>
 *
 * <p>The list is the whole series or the rows of one seasonality key. What a call of {@link
 * #describe} writes depends on nothing but the rows in the window and their distance to {@code
 * row}: neither on rows seen before, nor on where the list begins. Not thread-safe; buffers grow to
 * what the largest window or list needed and are used again.
 */
public interface RollingStatistics {

  /**
   * Starts over with an empty window before the first row of the list.
   *
   * @param values by row number; {@code values[r]} is final when row {@code r} is added, and for
   *     implementations that {@linkplain #needsFuture look ahead} already now; never NaN for a row
   *     of the list, infinities are ordinary values
   * @param rows row numbers, strictly ascending
   * @param from first element of {@code rows} that belongs to the list
   * @param to the element after the last one
   */
  void begin(double[] values, int[] rows, int from, int to);

  /** The next row of the list enters. */
  void add();

  /** The oldest row of the window leaves. */
  void removeOldest();

  /**
   * Describes the window, which is not empty, as seen from a row after all of its rows.
   *
   * @param row where ages count from: a row of the window has the age {@code row - r}, at least 1
   * @param slope change per row; each value is projected to {@code row} by adding {@code slope *
   *     age}. 0 means no projection; may be NaN or infinite
   * @param out receives the statistics
   */
  void describe(int row, double slope, double[] out);

  /** Whether values of rows that have not entered yet are read. */
  default boolean needsFuture() {
    return false;
  }
}
