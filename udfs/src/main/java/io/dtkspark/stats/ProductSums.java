package io.dtkspark.stats;

import java.util.Arrays;

/**
 * The symmetric matrix of sums of {@code v[i] * v[j]} over vectors {@code v} whose element 0 is 1:
 * how many, how much, and all products of two elements.
 *
 * <p>Products are exact, sums carry about 104 bits. Cost of an operation: O(size^2). Vectors with
 * NaN or infinities make sums NaN.
 */
public final class ProductSums {

  final int size;
  final double[] high;
  final double[] low;

  /**
   * @param size of the vectors, with the constant
   */
  public ProductSums(int size) {
    this.size = size;
    high = new double[size * (size + 1) / 2];
    low = new double[high.length];
  }

  /** The sum of {@code v[i] * v[j]}, {@code i <= j}, rounded to a double. */
  public double get(int i, int j) {
    return high[index(i, j)];
  }

  /** Row after row of the upper triangle. */
  int index(int i, int j) {
    return i * size - i * (i - 1) / 2 + j - i;
  }

  public void clear() {
    Arrays.fill(high, 0.0);
    Arrays.fill(low, 0.0);
  }

  public void set(ProductSums other) {
    System.arraycopy(other.high, 0, high, 0, high.length);
    System.arraycopy(other.low, 0, low, 0, low.length);
  }

  /** Becomes the sum of {@code a} and {@code b}, each of which may be this one. */
  public void setSum(ProductSums a, ProductSums b) {
    for (int k = 0; k < high.length; k++) {
      add(k, a, b.high[k], b.low[k]);
    }
  }

  /** Becomes {@code base}, which may be this one, and one more vector. */
  public void setSum(ProductSums base, SplitVector vector) {
    int k = 0;
    for (int i = 0; i < size; i++) {
      double value = vector.values[i];
      double head = vector.heads[i];
      double tail = vector.tails[i];
      for (int j = i; j < size; j++) {
        double product = value * vector.values[j];
        double error = ExactProduct.rest(product, head, tail, vector.heads[j], vector.tails[j]);
        add(k++, base, product, error);
      }
    }
  }

  /** The steps of {@link DoubleDouble#add}, on arrays: most of the time goes here. */
  private void add(int k, ProductSums base, double otherHigh, double otherLow) {
    double before = base.high[k];
    double sum = before + otherHigh;
    double gained = sum - before;
    double error = (before - (sum - gained)) + (otherHigh - gained);
    double rest = error + (base.low[k] + otherLow);
    high[k] = sum + rest;
    low[k] = rest - (high[k] - sum);
  }
}
