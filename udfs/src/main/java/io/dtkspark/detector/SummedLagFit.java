package io.dtkspark.detector;

import io.dtkspark.rolling.LaggedRows;
import io.dtkspark.rolling.RollingLagProducts;
import io.dtkspark.stats.CentredProducts;
import io.dtkspark.stats.ProductSums;
import io.dtkspark.stats.SplitVector;

/**
 * Fits a {@link LagEquation} from rolling sums of products, without looking at the rows: the sum of
 * squared residuals is {@code b' S b}, with S the centred sums and b the coefficients, -1 for the
 * value itself. Cost of a fit: O(lags^3), whatever the window.
 *
 * <p>The reference of the sums is a value of the window and so at most sqrt(rows) standard
 * deviations from their mean; taking it away rounds no more than centring does in the original. The
 * form cancels as far as the values are explained. Sums carry 104 bits, less what n additions lose,
 * in practice sqrt(n) units: residuals of {@link #EXPLAINED} of the terms still have eight digits.
 * Residuals that small are what the ridge leaves of a series without noise, and the original has no
 * more digits of them.
 */
final class SummedLagFit {

  private static final double EXPLAINED = 1e-21;

  /** Far above 1e-290, below which products of tiny values lose digits. */
  private static final double TINY = 1e-250;

  private final int lags;
  private final RollingLagProducts rolling;
  private final CentredProducts centred;
  private final double[][] scaled;
  private final SplitVector factors;

  SummedLagFit(LaggedRows rows, int windowSize) {
    lags = rows.lags();
    rolling = new RollingLagProducts(rows, windowSize);
    centred = new CentredProducts(lags + 2);
    scaled = new double[lags + 2][lags + 2];
    factors = new SplitVector(lags + 2);
  }

  void begin() {
    rolling.begin();
  }

  /**
   * Fits the {@code count} complete rows from {@code from} to {@code to - 1}; neither number may be
   * less than in the call before.
   *
   * @return whether there were digits enough; if not, {@code out} is undefined
   */
  boolean fit(int from, int to, int count, LagEquation out) {
    ProductSums raw = rolling.over(from, to);
    double mean = raw.get(0, lags + 1) / count;
    centred.set(raw, mean);
    double scale = Math.sqrt(centred.get(lags + 1, lags + 1) / count);
    if (!(scale > 0 && scale <= Double.MAX_VALUE)) {
      return false;
    }
    scale(count, scale);
    out.solve(rolling.reference() + mean, scale, scaled);
    double squares = squaredResiduals(out.coefficients(), scale);
    out.setResiduals(squares / (scale * scale), count);
    return squares > TINY && squares > EXPLAINED * terms(raw);
  }

  private void scale(int count, double scale) {
    double inverse = 1.0 / scale;
    scaled[0][0] = count;
    for (int i = 0; i <= lags; i++) {
      for (int j = Math.max(i, 1); j <= lags + 1; j++) {
        scaled[i][j] = centred.get(i, j) * inverse * (i == 0 ? 1.0 : inverse);
      }
    }
  }

  private double squaredResiduals(double[] coefficients, double scale) {
    factors.set(0, coefficients[0] * scale);
    for (int j = 1; j <= lags; j++) {
      factors.set(j, coefficients[j]);
    }
    factors.set(lags + 1, -1.0);
    return centred.squares(factors);
  }

  /** A bound of the terms that cancel in the sum of squared residuals. */
  private double terms(ProductSums raw) {
    double sum = 0;
    for (int j = 1; j <= lags + 1; j++) {
      sum += Math.abs(factors.get(j)) * Math.sqrt(raw.get(j, j));
    }
    return sum * sum;
  }
}
