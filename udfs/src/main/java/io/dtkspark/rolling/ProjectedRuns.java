package io.dtkspark.rolling;

import io.dtkspark.stats.RowSort;

/**
 * Medians, median deviations and quartiles of values that are projected along a slope, where the
 * slope changes a little from row to row.
 *
 * <p>Projected values all change with every row, so nothing can be kept sorted. But over a short
 * stretch of time a small change of the slope hardly changes their order: the window is cut into
 * {@linkplain WindowRuns runs} that are sorted once, by a reference slope. Keys then tell for most
 * rows on which side of a bound they are; the few others are projected exactly. The order within
 * the runs and where the search starts are what is left of rows seen before; they decide how long
 * the search takes, never what it finds.
 *
 * <p>Equal weights: the values of detectkit 0.67.2 bit for bit, {@code v + slope * age} in this
 * form. Weights are summed with twice the precision of a double and rounded once, so what rows were
 * seen before cannot be told from the last bit; where detectkit's own rounding decides, and with
 * slopes or neighbours of a quantile that are NaN or infinite, the window is sorted and summed in
 * the original's order, O(n log n). Equal values count from the oldest to the newest row. Without a
 * slope, other statistics are asked.
 *
 * <p>Cost: about O(log n) per row as long as the slope is steady. Slopes that jump, as along a
 * trend that is steep compared with the noise, make runs short and cost O(sqrt(n)) and a share of
 * the window. Half-lives of one row often fall back to O(n log n). Memory: O(n log n).
 */
public final class ProjectedRuns implements RollingStatistics {

  /** Share of the spread by which the original's rounding may go unnoticed. */
  private static final double TOLERANCE = 1e-10;

  /** So few weighted rows are described in full. */
  private static final int FEW = 32;

  /** Beyond this, projected values could overflow. */
  private static final double HUGE = 1e300;

  private final OrderStatistic statistic;
  private final RollingStatistics unprojected;
  private final RowWeights weights;
  private final WindowWeight window;
  private final Projection projection = new Projection();
  private final WindowRuns runs;
  private final FoundQuantile result;
  private final ProjectedQuantile first;
  private final ProjectedQuantile second;
  private final ExactOrder exact;
  private final RowSort rowSort = new RowSort();
  private double[] sortedValues = new double[0];
  private int[] sortedRows = new int[0];
  private int[] rows = new int[0];
  private int head;
  private int tail;

  /**
   * @param unprojected computes the same statistic of the values as they are
   */
  public ProjectedRuns(OrderStatistic statistic, WeightTable table, RollingStatistics unprojected) {
    this.statistic = statistic;
    this.unprojected = new PostponedStatistics(unprojected);
    weights = new RowWeights(table);
    window = new WindowWeight(weights);
    runs = new WindowRuns(projection, weights);
    result = new FoundQuantile(weights, window);
    FoundRows found = new FoundRows(projection, weights);
    boolean quartiles = statistic == OrderStatistic.QUARTILES;
    first = new ProjectedQuantile(quartiles ? 0.25 : 0.5, 0, weights, window, runs, found, result);
    second = new ProjectedQuantile(quartiles ? 0.75 : 0.5, 1, weights, window, runs, found, result);
    exact = new ExactOrder(statistic, table);
  }

  @Override
  public void begin(double[] values, int[] newRows, int from, int to) {
    rows = newRows;
    head = from;
    tail = from;
    weights.begin(from < to ? rows[from] : 0);
    window.begin();
    projection.begin(values);
    runs.begin(rows);
    first.begin();
    second.begin();
    unprojected.begin(values, rows, from, to);
  }

  @Override
  public void add() {
    int row = rows[tail++];
    if (weights.endsBefore(row)) {
      weights.rebase(rows[head], row);
      runs.forget();
      window.begin();
      for (int k = head; k < tail - 1; k++) {
        window.add(rows[k]);
      }
    }
    window.add(row);
    unprojected.add();
  }

  @Override
  public void removeOldest() {
    window.remove(rows[head++]);
    unprojected.removeOldest();
  }

  @Override
  public boolean needsFuture() {
    return unprojected.needsFuture();
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    if (slope == 0) {
      unprojected.describe(row, slope, out);
    } else if (!isProjectable(row, slope) || !describeProjected(row, slope, out)) {
      describeInFull(row, slope, out);
    }
  }

  private boolean isProjectable(int row, double slope) {
    return (weights.isUniform() || tail - head > FEW)
        && Math.abs(slope) * (row - rows[head]) < HUGE
        && !weights.isCapped(row - rows[tail - 1]);
  }

  private boolean describeProjected(int row, double slope, double[] out) {
    double move = turn(row, slope);
    window.turn(row);
    runs.turn(head, tail);
    if (!first.find(move)) {
      return false;
    }
    out[0] = result.value();
    double doubt = result.doubt();
    return switch (statistic) {
      case MEDIAN -> isSure(doubt, out[0]);
      case MEDIAN_DEVIATION -> {
        boolean isFound = second.findDeviation(out[0]);
        out[1] = result.value();
        yield isFound && isSure(doubt + result.doubt(), out[1]);
      }
      case QUARTILES -> {
        boolean isFound = second.find(move);
        out[1] = result.value();
        out[2] = out[1] - out[0];
        yield isFound && isSure(doubt + result.doubt(), out[2]);
      }
    };
  }

  private static boolean isSure(double doubt, double size) {
    return !(doubt > TOLERANCE * Math.abs(size));
  }

  /** Turns to a row and a slope; returns by how much the middle of the window moves. */
  private double turn(int row, double slope) {
    double change = slope - projection.slope();
    double middle = 0.5 * rows[head] + 0.5 * rows[tail - 1];
    double move = slope * (row - projection.row()) + change * (projection.row() - middle);
    projection.turn(row, slope);
    return move;
  }

  private void describeInFull(int row, double slope, double[] out) {
    int size = tail - head;
    if (sortedValues.length < size) {
      sortedValues = new double[2 * size];
      sortedRows = new int[2 * size];
    }
    projection.turn(row, slope);
    for (int k = 0; k < size; k++) {
      sortedRows[k] = rows[head + k];
      sortedValues[k] = projection.of(sortedRows[k]);
    }
    rowSort.sort(sortedValues, sortedRows, size);
    exact.describe(sortedValues, sortedRows, size, row, out);
  }
}
