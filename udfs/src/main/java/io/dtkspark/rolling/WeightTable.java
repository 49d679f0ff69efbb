package io.dtkspark.rolling;

import io.dtkspark.stats.HalfPower;
import java.util.Arrays;

/**
 * Recency weights by age in rows, gaps included, so that missing rows do not slow the decay.
 *
 * <p>Exponential weights are the same on every machine; detectkit's own depend on the processor in
 * the last bit, see {@link HalfPower}.
 */
public final class WeightTable {

  /** Keeps the smallest weight above zero, so that a sum of old weights never vanishes. */
  private static final double MAX_HALF_LIVES = 1000.0;

  private final WindowWeights weights;
  private final double[] byAge;
  private double halfLife = Double.NaN;
  private GrowingPowers growing;
  private long[] steps = new long[0];

  /**
   * @param windowSize the greatest age
   */
  public WeightTable(WindowWeights weights, int windowSize) {
    this.weights = weights;
    this.byAge = new double[windowSize + 1];
    Arrays.fill(byAge, 1.0);
    if (weights.kind() == WindowWeights.Kind.LINEAR) {
      for (int age = 1; age <= windowSize; age++) {
        byAge[age] = (windowSize + 1.0 - age) / windowSize;
      }
    } else if (weights.kind() == WindowWeights.Kind.EXPONENTIAL && !weights.halfLifeIsDuration()) {
      decay(weights.halfLifePoints());
    }
  }

  public boolean isUniform() {
    return weights.isUniform();
  }

  public WindowWeights.Kind kind() {
    return weights.kind();
  }

  /** The greatest age that has a weight. */
  public int windowSize() {
    return byAge.length - 1;
  }

  /**
   * The half-life of exponential weights in rows; NaN when it is a duration and the step is not
   * known: all weights are 1 then.
   */
  public double halfLife() {
    return halfLife;
  }

  /** Exponential weights of the half-life, which is known, as they grow row by row. */
  GrowingPowers growing() {
    if (growing == null) {
      growing = new GrowingPowers(halfLife, windowSize());
    }
    return growing;
  }

  /** The weight of a row {@code age} rows back, in (0, 1]. */
  public double of(int age) {
    return byAge[age];
  }

  /**
   * Adapts a half-life given as a duration to the median step of rows {@code from} to {@code to -
   * 1}. With fewer than two rows there is no step and all weights are 1.
   */
  public void fit(long[] epochMillis, int from, int to) {
    if (weights.halfLifeIsDuration()) {
      decay(durationInRows(epochMillis, from, to));
    }
  }

  /** Whether {@link #fit} with the same arguments would change nothing. */
  public boolean fits(long[] epochMillis, int from, int to) {
    return !weights.halfLifeIsDuration()
        || Double.compare(durationInRows(epochMillis, from, to), halfLife) == 0;
  }

  /** Writes the weights of {@code size} rows, as seen from {@code row}, to {@code out}. */
  public void gather(int[] rows, int from, int size, int row, double[] out) {
    if (weights.isUniform()) {
      Arrays.fill(out, 0, size, 1.0);
      return;
    }
    for (int k = 0; k < size; k++) {
      out[k] = byAge[row - rows[from + k]];
    }
  }

  private void decay(double halfLifePoints) {
    if (halfLifePoints == halfLife) {
      return;
    }
    halfLife = halfLifePoints;
    growing = null;
    for (int age = 1; age < byAge.length; age++) {
      byAge[age] =
          Double.isNaN(halfLife) ? 1.0 : HalfPower.of(Math.min(age / halfLife, MAX_HALF_LIVES));
    }
  }

  private double durationInRows(long[] epochMillis, int from, int to) {
    if (to - from < 2) {
      return Double.NaN;
    }
    double stepSeconds = medianStep(epochMillis, from, to) / 1000.0;
    return Math.max(weights.halfLifeSeconds() / stepSeconds, 1.0);
  }

  private double medianStep(long[] epochMillis, int from, int to) {
    int count = to - from - 1;
    if (steps.length < count) {
      steps = new long[2 * count];
    }
    for (int i = 0; i < count; i++) {
      steps[i] = epochMillis[from + i + 1] - epochMillis[from + i];
    }
    Arrays.sort(steps, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? steps[middle] : (steps[middle - 1] + steps[middle]) / 2.0;
  }
}
