package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums, centring and squares against exact arithmetic. */
class CentredProductsTest {

  @Test
  void productsAreExactAndSumsHaveAHundredBits() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      double[][] vectors = vectors(random, 1 + random.nextInt(300), 1 + random.nextInt(6));
      int size = vectors[0].length;
      ProductSums sums = sums(vectors);
      for (int i = 0; i < size; i++) {
        for (int j = i; j < size; j++) {
          BigDecimal exact = BigDecimal.ZERO;
          BigDecimal terms = BigDecimal.ZERO;
          for (double[] vector : vectors) {
            BigDecimal product = new BigDecimal(vector[i]).multiply(new BigDecimal(vector[j]));
            exact = exact.add(product);
            terms = terms.add(product.abs());
          }
          int k = sums.index(i, j);
          BigDecimal actual = new BigDecimal(sums.high[k]).add(new BigDecimal(sums.low[k]));
          double error =
              actual.subtract(exact).abs().divide(terms, MathContext.DECIMAL64).doubleValue();
          assertTrue(error < vectors.length * 0x1p-104, () -> "error " + error);
        }
      }
    }
  }

  /** A regression that explains all but 1e-19 of values near 1000; all residuals are exact. */
  @Test
  void tinyResidualsOfLargeValuesKeepTheirDigits() {
    Random random = new Random(2);
    double center = 1010.0;
    SplitVector factors = new SplitVector(4);
    factors.set(0, center / 4);
    factors.set(1, 0.75);
    factors.set(2, 0.5);
    factors.set(3, -1);
    CentredProducts centred = new CentredProducts(4);
    for (int round = 0; round < 100; round++) {
      double[][] vectors = new double[500][4];
      double expected = 0;
      for (double[] vector : vectors) {
        double residual = 0x1p-30 * (random.nextInt(9) - 4);
        vector[0] = 1;
        vector[1] = 1000 + 0x1p-20 * random.nextInt();
        vector[2] = 1000 + 0x1p-20 * random.nextInt();
        vector[3] = 0.75 * vector[1] + 0.5 * vector[2] - residual;
        expected += residual * residual;
      }
      centred.set(sums(vectors), center);
      assertEquals(expected, centred.squares(factors), 1e-8 * expected);
    }
  }

  @Test
  void centringIsExactInIntegers() {
    double[][] vectors = {{1, 3, 1e12}, {1, 4, 1e12 + 1}, {1, 8, 1e12 - 7}};
    CentredProducts centred = new CentredProducts(3);
    centred.set(sums(vectors), 1e12);
    assertEquals(3, centred.get(0, 0));
    assertEquals(-6, centred.get(0, 2));
    assertEquals(50, centred.get(2, 2));
    assertEquals(-52 + 6e12, centred.get(1, 2));
  }

  @Test
  void infinitiesGiveNan() {
    double[][] vectors = {{1, Double.POSITIVE_INFINITY}};
    assertEquals(Double.NaN, sums(vectors).get(1, 1));
  }

  private static double[][] vectors(Random random, int count, int size) {
    double[][] vectors = new double[count][size + 1];
    for (double[] vector : vectors) {
      vector[0] = 1;
      for (int i = 1; i <= size; i++) {
        vector[i] = random.nextGaussian() * (random.nextInt(20) == 0 ? 1e12 : 1);
      }
    }
    return vectors;
  }

  /** One half by single vectors, then the other half added as a whole. */
  private static ProductSums sums(double[][] vectors) {
    int size = vectors[0].length;
    ProductSums[] halves = {new ProductSums(size), new ProductSums(size)};
    SplitVector split = new SplitVector(size);
    for (int n = 0; n < vectors.length; n++) {
      for (int i = 0; i < size; i++) {
        split.set(i, vectors[n][i]);
      }
      halves[n % 2].setSum(halves[n % 2], split);
    }
    ProductSums sums = new ProductSums(size);
    sums.setSum(halves[0], halves[1]);
    return sums;
  }
}
