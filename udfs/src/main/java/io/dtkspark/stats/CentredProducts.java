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
  private final DoubleDouble inner = new DoubleDouble();
  private final DoubleDouble outer = new DoubleDouble();

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
      inner.set(number).multiply(center);
      int k = sums.index(i, i);
      for (int j = i; j < sums.size; j++) {
        store(k, load(number, k).subtract(shifted[j]).subtract(inner));
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
  public double squares(double[] factors) {
    outer.set(0.0, 0.0);
    int k = 0;
    for (int i = 0; i < sums.size; i++) {
      load(inner, k++).multiply(0.5 * factors[i]);
      for (int j = i + 1; j < sums.size; j++) {
        inner.add(load(number, k++).multiply(factors[j]));
      }
      outer.add(inner.multiply(2.0 * factors[i]));
    }
    return outer.high();
  }

  private DoubleDouble load(DoubleDouble target, int k) {
    return target.set(sums.high[k], sums.low[k]);
  }

  private void store(int k, DoubleDouble source) {
    sums.high[k] = source.high();
    sums.low[k] = source.low();
  }
}
