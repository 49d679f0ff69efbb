package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;

/**
 * Medians, median deviations and quartiles of equally weighted rows, for lists that are known in
 * advance.
 *
 * <p>The list is taken in pieces. The rows of a piece, and those in the window when it begins, are
 * sorted once; from then on a row is its rank and the window a {@link RankBitmap}. One bit enters
 * and one leaves per row, while cursors follow the order statistics, mostly by a step or two. Where
 * the data make them go far, with two levels, many ties or long gaps, they jump.
 *
 * <p>Bit-exact with {@link SortedOrder} and detectkit 0.67.2. Infinities are ordinary values; zeros
 * of both signs are equal and stay in the order of the list. Cost per row: O(1) to sort, O(log W)
 * for the window. Memory: 36 bytes per row of a piece and its history, at most 5 W rows and hardly
 * more than 2,500 for short windows.
 */
public final class RankedOrder implements RollingStatistics {

  private final OrderStatistic statistic;
  private final HazenRank lower;
  private final HazenRank upper = new HazenRank(0.75);
  private final RankedRows ranked = new RankedRows();
  private final RankBitmap window = new RankBitmap();
  private final RankCursor atLower = new RankCursor(window);
  private final RankCursor atUpper = new RankCursor(window);
  private final RankCursor atFirst = new RankCursor(window);
  private final NearestRun nearest = new NearestRun(window, atFirst, atUpper);
  private double[] valueOfRow = new double[0];
  private int[] rows = new int[0];
  private int end;
  private int head;
  private int tail;
  private int pieceStart;
  private int pieceEnd;

  public RankedOrder(OrderStatistic statistic) {
    this.statistic = statistic;
    this.lower = new HazenRank(statistic == OrderStatistic.QUARTILES ? 0.25 : 0.5);
  }

  @Override
  public boolean needsFuture() {
    return true;
  }

  @Override
  public void begin(double[] values, int[] rowNumbers, int from, int to) {
    valueOfRow = values;
    rows = rowNumbers;
    end = to;
    head = from;
    tail = from;
    pieceEnd = from;
  }

  @Override
  public void add() {
    if (tail == pieceEnd) {
      startPiece();
    }
    enter(tail);
    tail++;
  }

  @Override
  public void removeOldest() {
    int rank = ranked.ranks()[head - pieceStart];
    head++;
    window.clear(rank);
    atLower.left(rank);
    atUpper.left(rank);
    atFirst.left(rank);
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    out[0] = quantile(lower, atLower);
    if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      out[1] = medianDeviation(out[0]);
    } else if (statistic == OrderStatistic.QUARTILES) {
      out[1] = quantile(upper, atUpper);
      out[2] = out[1] - out[0];
    }
  }

  private void startPiece() {
    int history = tail - head;
    pieceStart = head;
    pieceEnd = tail + Math.min(end - tail, RankedRows.newRows(history));
    ranked.rank(valueOfRow, rows, pieceStart, pieceEnd);
    window.reset(pieceEnd - pieceStart + 1);
    atLower.reset();
    atUpper.reset();
    atFirst.reset();
    for (int k = head; k < tail; k++) {
      enter(k);
    }
  }

  private void enter(int element) {
    int rank = ranked.ranks()[element - pieceStart];
    window.set(rank);
    atLower.entered(rank);
    atUpper.entered(rank);
    atFirst.entered(rank);
  }

  private double quantile(HazenRank rank, RankCursor cursor) {
    rank.resize(tail - head);
    cursor.moveTo(rank.rank());
    double[] values = ranked.values();
    double value = values[cursor.rank()];
    return rank.isExact() ? value : rank.between(value, values[window.next(cursor.rank() + 1)]);
  }

  private double medianDeviation(double median) {
    if (Double.isInfinite(median) || Double.isNaN(median)) {
      double inner = deviationFromInfinity(median, lower.rank());
      double outer = deviationFromInfinity(median, lower.rank() + 1);
      return lower.isExact() ? inner : lower.between(inner, outer);
    }
    nearest.find(median, lower.rank() + 1, tail - head, ranked.values());
    return lower.isExact() ? nearest.inner() : lower.between(nearest.inner(), nearest.outer());
  }

  /**
   * The {@code k}-th deviation from an infinite centre. It is infinite but for rows with the same
   * infinity: their deviation is NaN and sorts last, as in numpy. From a NaN centre all are NaN.
   */
  private double deviationFromInfinity(double center, int k) {
    int last = tail - head - 1;
    if (k > last || Double.isNaN(center)) {
      return Double.NaN;
    }
    atFirst.moveTo(center > 0 ? k : last - k);
    return ranked.values()[atFirst.rank()] == center ? Double.NaN : Double.POSITIVE_INFINITY;
  }
}
