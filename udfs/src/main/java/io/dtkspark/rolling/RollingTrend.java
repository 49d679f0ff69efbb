package io.dtkspark.rolling;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A robust linear trend: the change per row between the weighted medians of the older and of the
 * newer half of the window, as in detectkit 0.67.2.
 *
 * <p>The window is cut at the middle of its oldest and its newest row, a gap shifts the cut:
 *
 * <pre>
 *   oldest           cut              next
 *     r  r  r  r  r | r  r  r  r  r  r         rows at or after the middle are newer
 * </pre>
 *
 * <p>Both ends of the window only move forward, hence so does the cut, and each half is a window of
 * its own over the same list. {@code out[0]} is the slope: 0 when there are fewer than four rows or
 * fewer than two in a half, NaN or infinite when infinities reach a median. Cost: that of the two
 * medians and O(1) amortised.
 *
 * <p>The last bit of a slope matters where values are integers: rows that it projects to the same
 * value are ordered by their rounding errors, and weights follow the order. So few weighted rows,
 * and the ages of windows without gaps, are described in the original's order of summation.
 */
public final class RollingTrend implements RollingStatistics {

  private static final int MIN_ROWS = 4;
  private static final int MIN_ROWS_PER_HALF = 2;

  /** So few weighted rows are described in full. */
  private static final int FEW = 32;

  /** Windows without gaps whose ages are described in full once and for all. */
  private static final int MANY = 4096;

  private final WeightTable table;
  private final ExactMedian exact;
  private final RollingStatistics olderValues;
  private final RollingStatistics newerValues;
  private final RowWeights weights;
  private final AgeMedian olderAges;
  private final AgeMedian newerAges;
  private double[] values = new double[0];
  private int[] rows = new int[0];

  /** Distance of the median ages of windows without gaps, by size; NaN if not known yet. */
  private double[] runs = new double[0];

  private double halfLife = Double.NaN;
  private int oldest;
  private int cut;
  private int next;

  /**
   * @param medians makes the statistics that compute {@link OrderStatistic#MEDIAN} of a half, with
   *     the weights of {@code table}
   */
  public RollingTrend(WeightTable table, Supplier<RollingStatistics> medians) {
    olderValues = medians.get();
    newerValues = medians.get();
    this.table = table;
    weights = new RowWeights(table);
    exact = new ExactMedian(table);
    olderAges = new AgeMedian(table, weights, exact);
    newerAges = new AgeMedian(table, weights, exact);
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    oldest = from;
    cut = from;
    next = from;
    weights.begin(from < to ? rows[from] : 0);
    olderValues.begin(values, rows, from, to);
    newerValues.begin(values, rows, from, to);
    olderAges.begin(rows, from);
    newerAges.begin(rows, from);
    if (Double.compare(table.halfLife(), halfLife) != 0) {
      halfLife = table.halfLife();
      Arrays.fill(runs, Double.NaN);
    }
  }

  @Override
  public void add() {
    if (weights.endsBefore(rows[next])) {
      weights.rebase(rows[oldest], rows[next]);
      olderAges.sumAnew();
      newerAges.sumAnew();
    }
    newerValues.add();
    newerAges.add();
    next++;
    moveCut();
  }

  @Override
  public void removeOldest() {
    if (oldest == cut) {
      passCut();
    }
    olderValues.removeOldest();
    olderAges.removeOldest();
    oldest++;
    if (oldest < next) {
      moveCut();
    }
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    out[0] = slope(row, out);
  }

  @Override
  public boolean needsFuture() {
    return olderValues.needsFuture();
  }

  private double slope(int row, double[] out) {
    boolean tooShort = cut - oldest < MIN_ROWS_PER_HALF || next - cut < MIN_ROWS_PER_HALF;
    if (next - oldest < MIN_ROWS || tooShort) {
      return 0.0;
    }
    boolean inFull = !weights.isUniform() && next - oldest <= FEW;
    double rise = inFull ? exactRise(row) : rise(row, out);
    double run = inFull ? exactRun(row) : run(row);
    return run == 0 ? 0.0 : rise / run;
  }

  private double rise(int row, double[] out) {
    newerValues.describe(row, 0.0, out);
    double newer = out[0];
    olderValues.describe(row, 0.0, out);
    return newer - out[0];
  }

  private double exactRise(int row) {
    return exact.ofValues(values, rows, cut, next, row)
        - exact.ofValues(values, rows, oldest, cut, row);
  }

  /** The ages of a window without gaps are always the same ones. */
  private double run(int row) {
    int size = next - oldest;
    boolean hasGaps = row - rows[oldest] > size;
    boolean known = size <= MANY || size == table.windowSize();
    if (weights.isUniform() || hasGaps || !known) {
      return olderAges.asSeenFrom(row) - newerAges.asSeenFrom(row);
    }
    if (runs.length <= size) {
      int length = runs.length;
      runs = Arrays.copyOf(runs, 2 * size);
      Arrays.fill(runs, length, runs.length, Double.NaN);
    }
    if (Double.isNaN(runs[size])) {
      runs[size] = exactRun(row);
    }
    return runs[size];
  }

  private double exactRun(int row) {
    return exact.ofAges(rows, oldest, cut, row) - exact.ofAges(rows, cut, next, row);
  }

  /** Rows before the middle of the oldest and the newest row belong to the older half. */
  private void moveCut() {
    double middle = rows[oldest] + (rows[next - 1] - rows[oldest]) / 2.0;
    while (rows[cut] < middle) {
      passCut();
    }
  }

  private void passCut() {
    newerValues.removeOldest();
    newerAges.removeOldest();
    olderValues.add();
    olderAges.add();
    cut++;
  }
}
