package io.dtkspark.rolling;

import io.dtkspark.stats.HazenRank;

/**
 * Order statistics of weighted rows; values become known only when they are added.
 */
public final class WeightedOrder implements RollingStatistics {

  /** Share of a spread by which the original's rounding may go unnoticed. */
  private static final double TOLERANCE = 0x1p-30;

  private final OrderStatistic statistic;
  private final WeightTable table;
  private final RowWeights weights;
  private final SortedBlocks sorted;
  private final DeviationSearch deviations;
  private final ExactOrder exact;
  private final RecentOrder recent;
  private final Cut first;
  private final Cut third;
  private final HazenRank firstRank;
  private final HazenRank thirdRank = new HazenRank(0.75);
  private final WeightSum target = new WeightSum();
  private final Bracket bracket = new Bracket();
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int head;
  private int tail;
  public static long slow; // XXX

  public WeightedOrder(OrderStatistic statistic, WeightTable table) {
    this.statistic = statistic;
    this.table = table;
    weights = new RowWeights(table);
    sorted = new SortedBlocks(table.windowSize(), weights);
    first = sorted.newCut();
    probe = new Cut(sorted);
    boolean quartiles = statistic == OrderStatistic.QUARTILES;
    third = quartiles ? sorted.newCut() : first;
    deviations =
        statistic == OrderStatistic.MEDIAN_DEVIATION ? new DeviationSearch(sorted, weights) : null;
    exact = new ExactOrder(statistic, table);
    recent = new RecentOrder(sorted, table);
    firstRank = new HazenRank(quartiles ? 0.25 : 0.5);
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    head = from;
    tail = from;
    weights.begin(from < to ? newRows[from] : 0);
    sorted.clear();
    recent.begin();
    if (deviations != null) {
      deviations.begin();
    }
  }

  @Override
  public void add() {
    int row = rows[tail++];
    if (weights.endsBefore(row)) {
      weights.rebase(rows[head], row);
      sorted.sumAnew();
    }
    sorted.add(row, values[row]);
  }

  @Override
  public void removeOldest() {
    int row = rows[head++];
    sorted.removeOldest(row, values[row]);
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    if (weights.isCapped(row - rows[tail - 1]) || isUnsure(row, out)) {
      slow++;
      describeExactly(row, out);
    }
  }

  private void describeExactly(int row, double[] out) {
    if (!recent.isWorthwhile() || weights.isCapped(row - rows[tail - 1])) {
      exact.describe(sorted, row, out);
      return;
    }
    recent.gather(values, rows, head, tail);
    if (statistic == OrderStatistic.QUARTILES) {
      out[0] = recent.quantile(0.25, row);
      out[1] = recent.quantile(0.75, row);
      out[2] = out[1] - out[0];
      return;
    }
    out[0] = recent.quantile(0.5, row);
    if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      if (Math.abs(out[0]) < Double.POSITIVE_INFINITY) {
        out[1] = recent.medianDeviation(out[0], row);
      } else {
        exact.describe(sorted, row, out);
      }
    }
  }

  private boolean isUnsure(int row, double[] out) {
    if (weights.isUniform()) {
      return describeUniform(row, out);
    }
    double scale = weights.scale(row);
    int size = tail - head;
    double total = sorted.total.high + scale * sorted.total.low;
    double rounding = total * (0x1p-53 * (16.0 + 2.0 * Math.sqrt(size)));
    if (statistic == OrderStatistic.QUARTILES) {
      return describeQuartiles(scale, rounding, out);
    }
    setTarget(0.5, 0);
    boolean unsure = quantile(first, scale, rounding);
    out[0] = bracket.value();
    double doubt = bracket.doubt();
    if (statistic == OrderStatistic.MEDIAN) {
      return unsure || doubt > TOLERANCE * Math.abs(out[0]);
    }
    if (unsure || !(Math.abs(out[0]) < Double.POSITIVE_INFINITY)) {
      return true;
    }
    unsure = deviations.find(out[0], bracket.noise(), target, scale, rounding, bracket);
    out[1] = bracket.value();
    return unsure || doubt + bracket.doubt() > TOLERANCE * out[1];
  }

  private boolean describeQuartiles(double scale, double rounding, double[] out) {
    setTarget(0.25, 0);
    boolean unsure = quantile(first, scale, rounding);
    out[0] = bracket.value();
    double doubt = bracket.doubt();
    setTarget(1, -0.25);
    unsure |= quantile(third, scale, rounding);
    out[1] = bracket.value();
    out[2] = out[1] - out[0];
    return unsure || doubt + bracket.doubt() > TOLERANCE * out[2];
  }

  private boolean describeUniform(int row, double[] out) {
    setTarget(statistic == OrderStatistic.QUARTILES ? 0.25 : 0.5, 0);
    out[0] = uniformQuantile(first, firstRank);
    if (statistic == OrderStatistic.QUARTILES) {
      setTarget(0.75, 0);
      out[1] = uniformQuantile(third, thirdRank);
      out[2] = out[1] - out[0];
    } else if (statistic == OrderStatistic.MEDIAN_DEVIATION) {
      if (!(Math.abs(out[0]) < Double.POSITIVE_INFINITY)) {
        return true;
      }
      deviations.seek(out[0], target, 1.0);
      out[1] =
          firstRank.isExact()
              ? deviations.inner()
              : firstRank.between(deviations.inner(), deviations.outer());
    }
    return false;
  }

  private double uniformQuantile(Cut cut, HazenRank rank) {
    rank.resize(tail - head);
    cut.seekMidpoint(target, 1.0);
    int below = cut.below();
    if (below < 0) {
      return sorted.values[cut.above()];
    }
    double value = sorted.values[below];
    return rank.isExact() ? value : rank.between(value, sorted.values[cut.above()]);
  }

  private void setTarget(double share, double more) {
    target.high = share * sorted.total.high;
    target.low = share * sorted.total.low;
    target.add(more * sorted.total.high, more * sorted.total.low);
  }

  private boolean quantile(Cut cut, double scale, double rounding) {
    cut.seekMidpoint(target, scale);
    int below = cut.below();
    int above = cut.above();
    if (below < 0 || above < 0) {
      bracket.set(sorted.values[Math.max(below, above)]);
      return isNearEnd(cut, below, above, scale, rounding);
    }
    remainder.set(target);
    remainder.add(-cut.high, -cut.low);
    double lower = sorted.values[below];
    double upper = sorted.values[above];
    int lowerRow = sorted.rows[below];
    int upperRow = sorted.rows[above];
    bracket.set(
        remainder,
        scale,
        lower,
        weights.high(lowerRow),
        weights.low(lowerRow),
        upper,
        weights.high(upperRow),
        weights.low(upperRow),
        rounding);
    return (bracket.isNearLower() || bracket.isNearUpper()) && !isFlat(cut, scale, rounding);
  }

  /** Whether all rows that rounding may move the target to have the same value. */
  private boolean isFlat(Cut cut, double scale, double rounding) {
    probe.set(cut);
    remainder.set(target);
    double reach = weights.reach(rounding);
    remainder.add(-reach, 0);
    probe.seekMidpoint(remainder, scale);
    int lowest = probe.below() < 0 ? probe.above() : probe.below();
    remainder.add(2 * reach, 0);
    probe.seekMidpoint(remainder, scale);
    int highest = probe.above() < 0 ? probe.below() : probe.above();
    return sorted.values[lowest] == sorted.values[highest];
  }

  private final WeightSum remainder = new WeightSum();
  private final Cut probe;

  private boolean isNearEnd(Cut cut, int below, int above, double scale, double rounding) {
    int slot = Math.max(below, above);
    double half = below < 0 ? -0.5 : 0.5;
    remainder.set(target);
    remainder.add(-cut.high, -cut.low);
    int row = sorted.rows[slot];
    remainder.add(half * weights.high(row), half * weights.low(row));
    double distance = Math.abs(remainder.high + scale * remainder.low);
    return !(distance > rounding) && !isFlat(cut, scale, rounding);
  }
}
