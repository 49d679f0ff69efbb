package io.dtkspark.stats;

/**
 * Absolute deviations of sorted values from a centre, in ascending order, equal ones by row, those
 * that are NaN last.
 *
 * <p>Left of the centre the deviations fall, right of it they rise: a merge from the centre
 * outwards, equal values together, leaves only ties of both sides to {@link RowSort}. Not
 * thread-safe; one instance reuses its buffers.
 */
public final class Deviations {

  private final RowSort rowSort = new RowSort();
  private double[] deviations = new double[0];
  private int[] rows = new int[0];

  /**
   * @param values ascending, NaN last
   * @param valueRows rows of {@code values}, equal values oldest first
   * @param size number of values
   */
  public void sort(double[] values, int[] valueRows, int size, double center) {
    if (deviations.length < size) {
      deviations = new double[2 * size];
      rows = new int[2 * size];
    }
    int right = SortedSearch.firstAtLeast(values, size, center);
    int left = right - 1;
    int k = 0;
    while (k < size) {
      if (right < size && (left < 0 || center - values[left] > values[right] - center)) {
        deviations[k] = Math.abs(values[right] - center);
        rows[k++] = valueRows[right++];
      } else {
        int end = left;
        for (left--; left >= 0 && values[left] == values[end]; left--) {}
        for (int oldest = left + 1; oldest <= end; oldest++) {
          deviations[k] = Math.abs(values[oldest] - center);
          rows[k++] = valueRows[oldest];
        }
      }
    }
    rowSort.sort(deviations, rows, size);
  }

  /** The sorted deviations; valid until the next call. */
  public double[] deviations() {
    return deviations;
  }

  /** The rows of {@link #deviations()}. */
  public int[] rows() {
    return rows;
  }
}
