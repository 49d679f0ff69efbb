package io.dtkspark.rolling;

/**
 * Weighted mean ({@code out[0]}) and standard deviation ({@code out[1]}) of a sliding window.
 *
 * <p>The deviation is detectkit's (0.67.2): the weighted mean square of the deviations, divided by
 * {@code 1 - sum(w^2)} of the normalised weights unless that is at most 1e-12.
 */
public final class RollingMoments implements RollingStatistics {

  /**
   * Up to this share of the mean square the variance may be made of rounding: numpy's mean is off by
   * up to 66 * 2^-53 of itself, weights and values being added up in at most 33 roundings each, and
   * that must not reach 1e-9 of a deviation of 2e-10 times the mean.
   */
  private static final double ROUNDING_MATTERS = 4e-20;

  /** A mean below this share of the variance, squared, may be 0 with numpy's rounding. */
  private static final double MAY_BE_ZERO = 1e-28;

  /** Below this the rounding of {@code 1 - sum(w^2)} reaches 1e-9 of the result. */
  private static final double MIN_CORRECTION = 1e-6;

  private static final double LEAST_CORRECTION = 1e-12;

  private final WeightTable weights;
  private final boolean dividesByMean;
  private final WindowMoments window;
  private final MomentTotal total = new MomentTotal();
  private final ConstantRuns runs;
  private final RoundedMean rounded;
  private final ExactMoments exact;
  private double[] values = new double[0];
  private int[] rows = new int[0];
  private int positiveInfinities;
  private int negativeInfinities;
  private double halfLife = Double.NaN;

  /**
   * @param weights may be fitted to other half-lives between descriptions
   * @param priority of all rows that will be in a window
   * @param dividesByMean whether a mean of exactly 0 has to be told from one of about 1e-17, as
   *     seasonality does: means that cancel out then cost a pass over the window
   */
  public RollingMoments(WeightTable weights, RowPriority priority, boolean dividesByMean) {
    this.weights = weights;
    this.dividesByMean = dividesByMean;
    window = new WindowMoments(weights, priority);
    runs = new ConstantRuns(weights.isUniform());
    rounded = new RoundedMean(weights);
    exact = new ExactMoments(weights);
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    window.begin(values, rows, from);
    runs.begin(from);
    positiveInfinities = 0;
    negativeInfinities = 0;
  }

  @Override
  public void add() {
    int i = window.tail();
    double value = values[rows[i]];
    countInfinity(value, 1);
    runs.add(i, rows[i], value);
    window.add();
  }

  @Override
  public void removeOldest() {
    countInfinity(values[rows[window.head()]], -1);
    window.removeOldest();
  }

  private void countInfinity(double value, int change) {
    if (value == Double.POSITIVE_INFINITY) {
      positiveInfinities += change;
    } else if (value == Double.NEGATIVE_INFINITY) {
      negativeInfinities += change;
    }
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    if (positiveInfinities + negativeInfinities > 0 || !(Math.abs(slope) <= Double.MAX_VALUE)) {
      describeInfinite(slope, out);
    } else if (slope == 0) {
      describePlain(row, out);
    } else {
      exact.describe(values, rows, window.head(), window.tail(), row, slope, out);
    }
  }

  /** Infinities of one sign make the mean infinite; either way the deviation is not a number. */
  private void describeInfinite(double slope, double[] out) {
    boolean positive = positiveInfinities > 0 || slope == Double.POSITIVE_INFINITY;
    boolean negative = negativeInfinities > 0 || slope == Double.NEGATIVE_INFINITY;
    if (Double.isNaN(slope) || (positive && negative)) {
      out[0] = Double.NaN;
    } else {
      out[0] = positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    out[1] = Double.NaN;
  }

  private void describePlain(int row, double[] out) {
    window.describe(row, total);
    double mean = total.mean();
    double variance = total.variance();
    double correction = total.correction();
    double square = mean * mean;
    if (correction > MIN_CORRECTION
        && variance > ROUNDING_MATTERS * square
        && variance < Double.POSITIVE_INFINITY
        && !(dividesByMean && square < MAY_BE_ZERO * variance)) {
      out[0] = mean;
      out[1] = Math.sqrt(variance / correction);
    } else if (variance < Double.POSITIVE_INFINITY) {
      describeRounded(row, out);
    } else {
      exact.describe(values, rows, window.head(), window.tail(), row, 0.0, out);
    }
  }

  /**
   * The variance about a mean that is off by some rounding is the variance plus the square of that.
   */
  private void describeRounded(int row, double[] out) {
    double mean = total.mean();
    double variance = total.variance();
    double correction = total.correction();
    double reach = rounded.reach(row - rows[window.tail() - 1]);
    if (correction <= MIN_CORRECTION) {
      rounded.weigh(rows, window.head(), window.tail(), row, reach);
      correction = rounded.correction();
    }
    if (variance <= ROUNDING_MATTERS * mean * mean) {
      mean = roundedMean(row, reach);
      double distance = total.distanceTo(mean);
      variance += distance * distance;
    } else if (dividesByMean && mean * mean < MAY_BE_ZERO * variance) {
      mean = roundedMean(row, Double.POSITIVE_INFINITY);
    }
    out[0] = mean;
    out[1] = Math.sqrt(correction > LEAST_CORRECTION ? variance / correction : variance);
  }

  private double roundedMean(int row, double reach) {
    if (Double.compare(halfLife, weights.halfLife()) != 0) {
      halfLife = weights.halfLife();
      runs.forgetMeans();
    }
    int head = window.head();
    int tail = window.tail();
    int newestAge = row - rows[tail - 1];
    boolean constant = runs.fill(head, tail, reach);
    double mean = constant ? runs.mean(tail - head, newestAge) : Double.NaN;
    if (Double.isNaN(mean)) {
      rounded.weigh(rows, head, tail, row, reach);
      mean = rounded.mean(values, rows, head);
      if (constant) {
        runs.remember(tail - head, newestAge, mean);
      }
    }
    return mean;
  }
}
