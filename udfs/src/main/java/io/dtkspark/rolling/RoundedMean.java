package io.dtkspark.rolling;

import io.dtkspark.stats.PairwiseSum;
import java.util.Arrays;

/**
 * The mean of a window to the bit that detectkit gets: weights divided by their sum, products
 * rounded, everything added in numpy's order. Costs three passes over the window.
 *
 * <p>Where a deviation is below 2e-10 of the mean, exponentially weighted rows more than {@value
 * #NEGLIGIBLE_HALF_LIVES} half-lives older than the newest may be left out. They keep their places
 * in the order of summation; by Cauchy and Schwarz they move the mean by at most 2^-72 of itself,
 * so the last bit would differ in one of 2^18 such windows, if each of them were at that limit.
 */
final class RoundedMean {

  static final double NEGLIGIBLE_HALF_LIVES = 80.0;

  /** The newest row must not be older for that: further on weights stop falling. */
  static final double MAX_HALF_LIVES = 850.0;

  private final WeightTable weights;
  private double[] normalised = new double[0];
  private double[] terms = new double[0];
  private int size;
  private int first;

  RoundedMean(WeightTable weights) {
    this.weights = weights;
  }

  /** The greatest age of a newest row of the window for which older rows keep their decay. */
  double maxAge() {
    double halfLife = weights.halfLife();
    return Double.isNaN(halfLife) ? Double.POSITIVE_INFINITY : MAX_HALF_LIVES * halfLife;
  }

  /**
   * How many rows before the newest one a row that counts may be.
   *
   * @param newestAge age of the newest row of the window
   */
  double reach(int newestAge) {
    double reach = NEGLIGIBLE_HALF_LIVES * weights.halfLife();
    return Double.isNaN(reach) || newestAge > maxAge() ? Double.POSITIVE_INFINITY : reach;
  }

  /**
   * Takes the weights of the elements {@code head} to {@code tail - 1} of a list of rows.
   *
   * @param row where ages count from
   * @param reach rows further than this before the newest one count as 0
   */
  void weigh(int[] rows, int head, int tail, int row, double reach) {
    size = tail - head;
    if (normalised.length < size) {
      normalised = new double[2 * size];
      terms = new double[2 * size];
    }
    int newest = rows[tail - 1];
    int i = tail;
    while (i > head && newest - rows[i - 1] <= reach) {
      i--;
      normalised[i - head] = weights.of(row - rows[i]);
    }
    first = i - head;
    clearBefore(normalised);
    clearBefore(terms);
    double total = PairwiseSum.sumFrom(normalised, first, size);
    for (int k = first; k < size; k++) {
      normalised[k] /= total;
    }
  }

  /** {@code 1 - sum(w^2)}. */
  double correction() {
    for (int k = first; k < size; k++) {
      terms[k] = normalised[k] * normalised[k];
    }
    return 1.0 - PairwiseSum.sumFrom(terms, first, size);
  }

  /** The mean of the values of the rows weighed. */
  double mean(double[] values, int[] rows, int head) {
    for (int k = first; k < size; k++) {
      terms[k] = values[rows[head + k]] * normalised[k];
    }
    return PairwiseSum.sumFrom(terms, first, size);
  }

  private void clearBefore(double[] array) {
    Arrays.fill(array, Math.max(0, first - PairwiseSum.BLOCK), first, 0.0);
  }
}
