package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;
import io.dtkspark.stats.SortedWindow;

/**
 * Medians, median deviations and quartiles of equally weighted rows, for short windows and for
 * values that are not known in advance: a {@link SortedWindow} that follows the list.
 *
 * <p>A row that enters waits for the one that leaves, so that a step of a full window moves only
 * the values between the two.
 *
 * <p>Bit-exact with {@link RankedOrder} and detectkit 0.67.2. Infinities are ordinary values; zeros
 * of both signs are equal and stay in the order of the list. Cost per row: O(log W) to search and a
 * block move of a third of the window on average. Memory: 16 bytes per row of the largest window.
 */
public final class SortedOrder implements RollingStatistics {

  private final OrderStatistic statistic;
  private final HazenRank lower;
  private final HazenRank upper = new HazenRank(0.75);
  private final SortedWindow window = new SortedWindow();
  private double[] valueOfRow = new double[0];
  private int[] rows = new int[0];
  private int head;
  private int tail;
  private boolean newestWaits;

  public SortedOrder(OrderStatistic statistic) {
    this.statistic = statistic;
    this.lower = new HazenRank(statistic == OrderStatistic.QUARTILES ? 0.25 : 0.5);
  }

  @Override
  public void begin(double[] values, int[] rowNumbers, int from, int to) {
    valueOfRow = values;
    rows = rowNumbers;
    head = from;
    tail = from;
    newestWaits = false;
    window.clear();
  }

  @Override
  public void add() {
    addWaiting();
    newestWaits = true;
    tail++;
  }

  @Override
  public void removeOldest() {
    double oldest = valueOfRow[rows[head]];
    head++;
    if (!newestWaits) {
      window.remove(oldest);
    } else if (window.size() > 0) {
      window.replace(oldest, newest());
    }
    newestWaits = false;
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    addWaiting();
    out[0] = window.quantile(lower);
    if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      out[1] = window.deviationQuantile(out[0], lower);
    } else if (statistic == OrderStatistic.QUARTILES) {
      out[1] = window.quantile(upper);
      out[2] = out[1] - out[0];
    }
  }

  private void addWaiting() {
    if (newestWaits) {
      window.add(newest());
      newestWaits = false;
    }
  }

  private double newest() {
    return valueOfRow[rows[tail - 1]];
  }
}
