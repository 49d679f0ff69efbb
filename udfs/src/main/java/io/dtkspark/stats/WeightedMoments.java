package io.dtkspark.stats;

import java.util.Arrays;

/**
 * Mean and standard deviation with weights, in numpy's order of summation.
 *
 * <p>Weights are divided by their sum first. The variance is corrected by {@code 1 - sum(w^2)}, the
 * weighted form of dividing by n - 1, unless that is below 1e-12. Because the weights are rounded
 * before they are used, the deviation of a constant sample is often about 1e-15 of its value rather
 * than 0; detectkit's bounds depend on that, hence two full passes in the same order.
 *
 * <p>Call {@link #weigh} or {@link #weighEqually}, then {@link #describe}. NaN and infinities
 * propagate. Cost: O(n), nothing allocated once the buffers have grown.
 */
public final class WeightedMoments {

  private static final double MIN_CORRECTION = 1e-12;

  private double[] weights = new double[0];
  private double[] terms = new double[0];
  private int size;
  private boolean equal;
  private double correction;
  private double mean;
  private double deviation;

  /** Takes the weights of the first {@code n} values to come. */
  public void weigh(double[] rawWeights, int n) {
    resize(n, false);
    normalise(rawWeights, PairwiseSum.sum(rawWeights, 0, n));
  }

  /** Gives {@code n} values the same weight; free when nothing changed since the last call. */
  public void weighEqually(int n) {
    if (equal && size == n) {
      return;
    }
    resize(n, true);
    Arrays.fill(weights, 0, n, 1.0);
    normalise(weights, n);
  }

  /** Computes the moments of {@code values[from]} and the values after it. */
  public void describe(double[] values, int from) {
    for (int k = 0; k < size; k++) {
      terms[k] = values[from + k] * weights[k];
    }
    mean = PairwiseSum.sum(terms, 0, size);
    for (int k = 0; k < size; k++) {
      double distance = values[from + k] - mean;
      terms[k] = weights[k] * (distance * distance);
    }
    double variance = PairwiseSum.sum(terms, 0, size);
    deviation = Math.sqrt(correction > MIN_CORRECTION ? variance / correction : variance);
  }

  public double mean() {
    return mean;
  }

  public double standardDeviation() {
    return deviation;
  }

  private void resize(int n, boolean equalWeights) {
    size = n;
    equal = equalWeights;
    if (weights.length < n) {
      weights = new double[2 * n];
      terms = new double[2 * n];
    }
  }

  private void normalise(double[] rawWeights, double total) {
    for (int k = 0; k < size; k++) {
      weights[k] = rawWeights[k] / total;
    }
    for (int k = 0; k < size; k++) {
      terms[k] = weights[k] * weights[k];
    }
    correction = 1.0 - PairwiseSum.sum(terms, 0, size);
  }
}
