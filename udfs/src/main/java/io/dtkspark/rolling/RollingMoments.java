package io.dtkspark.rolling;

/**
 * Weighted mean ({@code out[0]}) and standard deviation ({@code out[1]}) of a sliding window.
 *
 * <p>The deviation is detectkit's (0.67.2): the weighted mean square of the deviations, divided by
 * {@code 1 - sum(w^2)} of the normalised weights unless that is at most 1e-12. Both agree with
 * numpy's order of summation to 1e-9 of the deviation, also where it consists of rounding; with an
 * infinity in the window, or a slope that is not finite, the mean is what numpy gets and the
 * deviation is NaN.
 *
 * <p>Cost: O(1) per row over time, whatever the window. A pass over the window is taken where
 * numpy's own rounding decides: values that differ, but by less than 2e-10 of their mean (windows
 * of one value are remembered); deviations from a trend below about 4e-7 / sqrt(n) of the values;
 * values beyond 1e150. Memory: 24 bytes per row of the largest window, 40 with exponential and 56
 * with linear weights, 12 to 24 more once there is a slope; up to twice that after growing.
 */
public final class RollingMoments implements RollingStatistics {

  /**
   * Up to this share of the squared mean the variance may be made of rounding: numpy's mean is off
   * by up to 66 * 2^-53 of itself, weights and values being added up in at most 33 roundings each,
   * and that must not reach 1e-9 of a deviation of 2e-10 times the mean.
   */
  private static final double ROUNDING_MATTERS = 4e-20;

  /** A mean whose square is below this share of the variance is mostly made of rounding. */
  private static final double CANCELS_OUT = 1e-18;

  /** Below this the rounding of {@code 1 - sum(w^2)} reaches 1e-9 of the result. */
  private static final double SAFE_CORRECTION = 1e-6;

  private static final double MIN_CORRECTION = 1e-12;

  /**
   * Projected values are rounded to about 6e-17 of their size, independently of each other; their
   * deviation is off by that over the square root of their number.
   */
  private static final double PROJECTION = 1.6e-13;

  /** The variance must not be a smaller share of the parts it is the difference of. */
  private static final double CANCELLATION = 1e-15;

  private final WeightTable weights;
  private final boolean dividesByMean;
  private final WindowMoments window;
  private final MomentTotal total = new MomentTotal();
  private final ConstantRuns runs;
  private final Infinities infinities = new Infinities();
  private final RoundedMean rounded;
  private final ExactMoments exact;
  private final TrendMoments trend;
  private double[] values = new double[0];
  private int[] rows = new int[0];

  /**
   * @param weights may be fitted to another half-life before {@link #begin}
   * @param priority of all rows that will be in a window
   * @param dividesByMean whether a mean of exactly 0 has to be told from one of about 1e-17, as
   *     where it divides another mean: means that cancel out then cost a pass over the window
   */
  public RollingMoments(WeightTable weights, RowPriority priority, boolean dividesByMean) {
    this.weights = weights;
    this.dividesByMean = dividesByMean;
    window = new WindowMoments(weights, priority);
    runs = new ConstantRuns(weights.isUniform());
    rounded = new RoundedMean(weights);
    exact = new ExactMoments(weights);
    trend = new TrendMoments(weights);
  }

  @Override
  public void begin(double[] newValues, int[] newRows, int from, int to) {
    values = newValues;
    rows = newRows;
    window.begin(values, rows, from);
    runs.begin(values, rows, from, weights.halfLife());
    infinities.begin(values, rows, from);
    trend.begin(values, rows);
  }

  @Override
  public void add() {
    window.add();
  }

  @Override
  public void removeOldest() {
    window.removeOldest();
  }

  @Override
  public void describe(int row, double slope, double[] out) {
    window.describe(row, total);
    if (slope == 0) {
      describePlain(row, out);
    } else {
      describeProjected(row, slope, out);
    }
  }

  private void describePlain(int row, double[] out) {
    double mean = total.mean();
    double weight = total.weight();
    double square = weight * weight;
    double corrected = square - total.squares();
    double deviations = total.deviations();
    double meanSquare = mean * mean * weight;
    if (corrected > SAFE_CORRECTION * square
        && deviations > ROUNDING_MATTERS * meanSquare
        && deviations < Double.POSITIVE_INFINITY
        && !(dividesByMean && meanSquare < CANCELS_OUT * deviations)) {
      out[0] = mean;
      out[1] = Math.sqrt(deviations * (weight / corrected));
    } else if (deviations < Double.POSITIVE_INFINITY) {
      describeRounded(row, out);
    } else {
      describeExactly(row, 0.0, out);
    }
  }

  /**
   * The variance about a mean that is off by some rounding is the variance plus the square of that.
   */
  private void describeRounded(int row, double[] out) {
    double mean = total.mean();
    double variance = Math.max(0.0, total.deviations() / total.weight());
    double correction = total.correction();
    double reach = rounded.reach(row - rows[window.tail() - 1]);
    if (correction <= SAFE_CORRECTION) {
      rounded.weigh(rows, window.head(), window.tail(), row, reach);
      correction = rounded.correction();
    }
    if (variance <= ROUNDING_MATTERS * mean * mean) {
      mean = roundedMean(row, reach);
      double distance = total.distanceTo(mean);
      variance += distance * distance;
    } else if (dividesByMean && mean * mean < CANCELS_OUT * variance) {
      mean = roundedMean(row, Double.POSITIVE_INFINITY);
    }
    out[0] = mean;
    out[1] = Math.sqrt(correction > MIN_CORRECTION ? variance / correction : variance);
  }

  private double roundedMean(int row, double reach) {
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

  private void describeProjected(int row, double slope, double[] out) {
    if (row - rows[window.tail() - 1] > rounded.maxAge()) {
      describeExactly(row, slope, out);
      return;
    }
    trend.describe(window.recent(), row, slope);
    double reach = slope * (row - rows[window.head()]);
    double size = total.mean() * total.mean() + total.deviations() / total.weight() + reach * reach;
    double variance = trend.variance();
    double correction = total.correction();
    if (variance > size * Math.max(ROUNDING_MATTERS, PROJECTION / total.effectiveSamples())
        && variance > CANCELLATION * trend.parts()
        && correction > SAFE_CORRECTION
        && variance < Double.POSITIVE_INFINITY
        && !(dividesByMean && trend.mean() * trend.mean() < CANCELS_OUT * size)) {
      out[0] = trend.mean();
      out[1] = Math.sqrt(variance / correction);
    } else {
      describeExactly(row, slope, out);
    }
  }

  /** In several passes over the window; with infinities the result is known without them. */
  private void describeExactly(int row, double slope, double[] out) {
    int head = window.head();
    int tail = window.tail();
    if (infinities.in(head, tail) || !(Math.abs(slope) <= Double.MAX_VALUE)) {
      out[0] = infinities.mean(slope);
      out[1] = Double.NaN;
    } else {
      exact.describe(values, rows, head, tail, row, slope, out);
    }
  }
}
