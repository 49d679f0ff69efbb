package io.dtkspark.rolling;

import io.dtkspark.stats.ExactProduct;
import io.dtkspark.stats.HalfPower;

/**
 * Exponential weights that grow towards newer rows, so that they need no rescaling as time goes on:
 * row {@code base + k} weighs {@code 2^(k / halfLife)} up to a constant factor.
 *
 * <p>A weight is the sum of a double and a rest, together good for about 100 bits: what two tables
 * of different bases say about the same rows differs far below the last bit of a double.
 */
final class GrowingPowers {

  /** Sums of a million weights within this many half-lives neither overflow nor lose their rest. */
  private static final double HALF_LIVES = 1800.0;

  /** A table much longer than the window is seldom run through. */
  private static final double LEAST_ROWS = 4096.0;

  /**
   * Every so many rows the power comes from its series, between them from one product; sooner with
   * half-lives so short that the second factor would overflow.
   */
  private static final int STRIDE = 64;

  private static final double HALF_LIVES_PER_STRIDE = 100.0;

  private final double[] pairs;

  /**
   * @param halfLife in rows, positive
   * @param windowSize the greatest age of a row
   */
  GrowingPowers(double halfLife, int windowSize) {
    double rows = Math.min(Math.max(2.0 * windowSize, LEAST_ROWS), HALF_LIVES * halfLife);
    int size = (int) Math.max(rows, 4.0);
    pairs = new double[2 * size];
    int stride = (int) Math.max(Math.min(STRIDE, HALF_LIVES_PER_STRIDE * halfLife), 1.0);
    double[] fine = new double[2 * stride];
    for (int k = 0; k < stride; k++) {
      power(k, halfLife, fine, k);
    }
    double[] coarse = new double[2];
    for (int k = 0; k < size; k++) {
      if (k % stride == 0) {
        power(k - size / 2, halfLife, coarse, 0);
      }
      multiply(coarse, fine, k % stride, k);
    }
  }

  /** Weight and rest of row {@code base + k} at {@code 2k} and {@code 2k + 1}. */
  double[] pairs() {
    return pairs;
  }

  private static void power(int rows, double halfLife, double[] out, int at) {
    double exponent = -rows / halfLife;
    double back = exponent * halfLife;
    double rest = ((-rows - back) - ExactProduct.rest(exponent, halfLife, back)) / halfLife;
    double[] pair = new double[2];
    HalfPower.pair(exponent, rest, pair);
    out[2 * at] = pair[0];
    out[2 * at + 1] = pair[1];
  }

  private void multiply(double[] coarse, double[] fine, int f, int at) {
    double a = coarse[0];
    double b = fine[2 * f];
    double product = a * b;
    double rest = ExactProduct.rest(a, b, product) + (a * fine[2 * f + 1] + coarse[1] * b);
    pairs[2 * at] = product + rest;
    pairs[2 * at + 1] = (product - pairs[2 * at]) + rest;
  }
}
