package io.dtkspark.rolling;

/**
 * Medians, median deviations and quartiles of weighted rows: of any window, of seasonality groups,
 * of clamped histories, whose values become known only when they are added.
 *
 * <p>Weighted quantiles are detectkit's (0.67.2, {@code weighted_percentile}): value {@code k} of
 * the stable ascending order, equal values oldest first, sits at {@code (w[0] + ... + w[k] -
 * w[k]/2) / total}; between positions they are interpolated, outside they are the first or last
 * value. Infinities are ordinary values. Deviations from an infinite median are infinite or, where
 * both are equal, NaN and last; as the former hold less than half of the weight, their median is
 * NaN.
 *
 * <p>The rows are kept sorted with sums of weights, by their ranks if the list is known in advance
 * ({@link RankedSums}), else in blocks ({@link SortedBlocks}); cursors wait where quantiles were
 * ({@link QuantileSearch}, {@link DeviationSearch}). Weights grow with the row instead of shrinking
 * with age, so nothing is rescaled, and sums carry about 100 bits ({@link RowWeights}). A step
 * costs O(log n) and the rows that quantiles move over.
 *
 * <p><b>Rounding.</b> The original adds up doubles in an order that only all rows together tell. A
 * result is taken from here when that rounding cannot move it by more than {@link #TOLERANCE} of
 * the spread; else the original's sums are taken in its own order, from all rows ({@link
 * ExactOrder}) or, with half-lives much shorter than the window, from recent rows ({@link
 * RecentOrder}). That happens when a target meets the position of a row within rounding and what
 * lies beyond is steep: hardly ever by chance; often with half-lives of one or two rows, where the
 * newest rows weigh exactly half.
 *
 * <p>Uniform weights give the same bits as a sorted array ({@link io.dtkspark.stats.SortedWindow}).
 * The others depend on nothing but the window too: their 100 bits are rounded once, and that
 * history shows in the last bit of a result has odds of about 2^-40.
 *
 * <p>Memory: O(window), in bytes per row {@link SortedBlocks} or {@link RankedSums}. Not
 * thread-safe.
 */
public final class WeightedOrder implements RollingStatistics {

  /** The share of a spread, or of a lone median, by which rounding may go unnoticed. */
  private static final double TOLERANCE = 0x1p-30;

  private final OrderStatistic statistic;
  private final RowWeights weights;
  private final SortedRows sorted;
  private final QuantileSearch first;
  private final QuantileSearch third;
  private final DeviationSearch deviations;
  private final ExactOrder exact;
  private final RecentOrder recent;
  private final WeightTarget target = new WeightTarget();
  private final Bracket bracket;
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int head;
  private int tail;

  /**
   * For lists whose values become known when they are added.
   *
   * @param table read again at each {@link #begin}, so its half-life may change between
   */
  public WeightedOrder(OrderStatistic statistic, WeightTable table) {
    this(statistic, table, false);
  }

  /**
   * @param table read again at each {@link #begin}, so its half-life may change between
   * @param known whether all values are known when the list begins, which is faster
   */
  public WeightedOrder(OrderStatistic statistic, WeightTable table, boolean known) {
    this.statistic = statistic;
    boolean quartiles = statistic == OrderStatistic.QUARTILES;
    weights = new RowWeights(table);
    sorted = known ? new RankedSums(weights) : new SortedBlocks(table.windowSize(), weights);
    first = new QuantileSearch(sorted, quartiles ? 0.25 : 0.5);
    third = quartiles ? new QuantileSearch(sorted, 0.75) : null;
    deviations = statistic == OrderStatistic.MEDIAN_DEVIATION ? new DeviationSearch(sorted) : null;
    exact = new ExactOrder(statistic, table);
    recent = new RecentOrder(statistic, sorted, table);
    bracket = new Bracket(weights);
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    head = from;
    tail = from;
    weights.begin(from < to ? newRows[from] : 0);
    sorted.begin(values, rows, from, to);
    recent.begin();
    if (deviations != null) {
      deviations.begin();
    }
  }

  @Override
  public boolean needsFuture() {
    return sorted.needsFuture();
  }

  @Override
  public void add() {
    int row = rows[tail];
    if (weights.endsBefore(row)) {
      weights.rebase(rows[head], row);
      sorted.sumAnew();
    }
    sorted.add();
    tail++;
  }

  @Override
  public void removeOldest() {
    sorted.removeOldest();
    head++;
  }

  /** {@inheritDoc} The slope has to be 0. */
  @Override
  public void describe(int row, double slope, double[] out) {
    boolean capped = weights.isCapped(row - rows[tail - 1]);
    if (!capped && isSurelyDescribed(row, out)) {
      return;
    }
    if (!capped && recent.isWorthwhile()) {
      recent.describe(values, rows, head, tail, row, out);
    } else {
      exact.describe(sorted, row, out);
    }
  }

  private boolean isSurelyDescribed(int row, double[] out) {
    target.face(sorted, row);
    return switch (statistic) {
      case MEDIAN -> describeMedian(out);
      case MEDIAN_DEVIATION ->
          weights.isUniform() ? describeUniformDeviation(out) : describeDeviation(out);
      case QUARTILES -> describeQuartiles(out);
    };
  }

  private boolean describeMedian(double[] out) {
    if (weights.isUniform()) {
      out[0] = first.findUniform(target);
      return true;
    }
    boolean unsure = first.find(target, bracket);
    out[0] = bracket.value();
    return !unsure && !(bracket.doubt() > TOLERANCE * Math.abs(out[0]));
  }

  private boolean describeDeviation(double[] out) {
    if (first.find(target, bracket)) {
      return false;
    }
    out[0] = bracket.value();
    if (!isFinite(out[0])) {
      out[1] = Double.NaN;
      return true;
    }
    double doubt = bracket.doubt();
    boolean unsure = deviations.find(out[0], bracket.noise(), target, bracket);
    out[1] = bracket.value();
    return !unsure && !(doubt + bracket.doubt() > TOLERANCE * out[1]);
  }

  private boolean describeUniformDeviation(double[] out) {
    out[0] = first.findUniform(target);
    if (!isFinite(out[0])) {
      out[1] = Double.NaN;
      return true;
    }
    deviations.seek(out[0], target);
    out[1] =
        first.rank().isExact()
            ? deviations.inner()
            : first.rank().between(deviations.inner(), deviations.outer());
    return true;
  }

  private boolean describeQuartiles(double[] out) {
    if (weights.isUniform()) {
      out[0] = first.findUniform(target);
      out[1] = third.findUniform(target);
      out[2] = out[1] - out[0];
      return true;
    }
    boolean unsure = first.find(target, bracket);
    out[0] = bracket.value();
    double doubt = bracket.doubt();
    unsure |= third.find(target, bracket);
    out[1] = bracket.value();
    out[2] = out[1] - out[0];
    return !unsure && !(doubt + bracket.doubt() > TOLERANCE * out[2]);
  }

  /** From a centre that is not finite, the median of the deviations is NaN. */
  private static boolean isFinite(double value) {
    return Math.abs(value) < Double.POSITIVE_INFINITY;
  }
}
