package io.dtkspark.stats;

/**
 * {@link ProductSums} of the same vectors with a number subtracted from all elements but the
 * constant, and the quadratic form of the result. Both cancel digits, hence the 104 bits: when a
 * regression explains all but 1e-18 of the variation, its residuals still have ten digits.
 */
public final class CentredProducts {

  private final ProductSums sums;
  private final DoubleDouble[] shifted;
  private final DoubleDouble number = new DoubleDouble();
  private final DoubleDouble rest = new DoubleDouble();

  /**
   * @param size of the vectors, with the constant
   */
  public CentredProducts(int size) {
    sums = new ProductSums(size);
    shifted = new DoubleDouble[size];
    for (int i = 0; i < size; i++) {
      shifted[i] = new DoubleDouble();
    }
  }

  /** Becomes the sums of the vectors less {@code center}. Cost: O(size^2). */
  public void set(ProductSums raw, double center) {
    sums.set(raw);
    for (int j = 0; j < sums.size; j++) {
      load(shifted[j], j).multiply(center);
    }
    // sum (a - c) = sum a - c n, and sum (a - c)(b - c) = sum ab - c sum b - c sum (a - c)
    for (int i = 1; i < sums.size; i++) {
      load(number, i).subtract(shifted[0]);
      store(i, number);
      rest.set(number).multiply(center);
      int k = sums.index(i, i);
      for (int j = i; j < sums.size; j++) {
        store(k, load(number, k).subtract(shifted[j]).subtract(rest));
        k++;
      }
    }
  }

  /** The sum of products of elements {@code i <= j}, rounded to a double. */
  public double get(int i, int j) {
    return sums.get(i, j);
  }

  /**
   * The sum of the squared scalar products of the vectors with {@code factors}; may be a little
   * below 0 when it is nothing but rounding. Cost: O(size^2).
   */
  public double squares(SplitVector factors) {
    number.set(0.0, 0.0);
    for (int i = 0; i < sums.size; i++) {
      number.add(upperProduct(i, factors).multiply(2.0 * factors.values[i]));
    }
    return number.high();
  }

  /**
   * Row i of the upper triangle, with half of the diagonal, times the factors: a dot product in
   * twice the precision after T. Ogita, S. Rump and S. Oishi, "Accurate sum and dot product", 2005.
   */
  private DoubleDouble upperProduct(int i, SplitVector factors) {
    int k = sums.index(i, i);
    double high = 0.0;
    double low = 0.0;
    for (int j = i; j < sums.size; j++) {
      double half = j == i ? 0.5 : 1.0;
      double a = half * sums.high[k];
      double head = ExactProduct.head(a);
      double product = a * factors.values[j];
      double error = ExactProduct.rest(product, head, a - head, factors.heads[j], factors.tails[j]);
      double sum = high + product;
      double gained = sum - high;
      error += (high - (sum - gained)) + (product - gained);
      low += error + half * sums.low[k] * factors.values[j];
      high = sum;
      k++;
    }
    return rest.setSum(high, low);
  }

  private DoubleDouble load(DoubleDouble target, int k) {
    return target.set(sums.high[k], sums.low[k]);
  }

  private void store(int k, DoubleDouble source) {
    sums.high[k] = source.high();
    sums.low[k] = source.low();
  }
}
