package io.dtkspark.detector;

import io.dtkspark.rolling.LaggedRows;
import io.dtkspark.stats.LagProducts;
import io.dtkspark.stats.PairwiseSum;
import java.util.Arrays;

/**
 * Fits a {@link LagEquation} in the order of the original: the values are centred and scaled first,
 * residuals are taken one by one. Cost of a fit: O(rows * lags + lags^3).
 */
final class DirectLagFit {

  private final LaggedRows rows;
  private final int lags;
  private final LagProducts products;
  private double[] targets = new double[0];
  private double[] scaled = new double[0];
  private double[] terms = new double[0];
  private double center;
  private double scale;

  DirectLagFit(LaggedRows rows) {
    this.rows = rows;
    lags = rows.lags();
    products = new LagProducts(lags);
  }

  /** Fits the {@code count} complete rows from {@code from} to {@code to - 1}. */
  void fit(int from, int to, int count, LagEquation out) {
    makeRoom(to - from);
    collect(from, to);
    normalise(count);
    double[] values = rows.values();
    for (int k = 0; k < to - from + lags; k++) {
      scaled[k] = (values[from - lags + k] - center) / scale;
    }
    products.clear();
    addRuns(from, to);
    out.solveWithPivots(center, scale, products.sums());
    squareResiduals(from, to, out.coefficients());
    out.setResiduals(PairwiseSum.sum(terms, 0, count), count);
  }

  /**
   * Fits {@code count} rows all of whose values are {@code value}: what is left after centring is
   * 0, or what rounding has left of the mean. Cost: O(count + lags^3), with a tiny factor.
   */
  void fitConstant(double value, int count, LagEquation out) {
    makeRoom(count);
    Arrays.fill(targets, 0, count, value);
    normalise(count);
    double z = (value - center) / scale;
    double[][] sums = products.sums();
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[i][j] = count * ((i > 0 ? z : 1.0) * (j > 0 ? z : 1.0));
      }
    }
    out.solveWithPivots(center, scale, sums);
    double residual = z - out.coefficients()[0];
    for (int u = 0; u < lags; u++) {
      residual -= out.coefficients()[u + 1] * z;
    }
    out.setResiduals(count * (residual * residual), count);
  }

  private void makeRoom(int count) {
    if (targets.length < count) {
      targets = new double[2 * count];
      terms = new double[2 * count];
      scaled = new double[2 * count + lags];
    }
  }

  private void collect(int from, int to) {
    int count = 0;
    for (int row = from; row < to; row++) {
      if (rows.isComplete(row)) {
        targets[count++] = rows.values()[row];
      }
    }
  }

  /** Constant or overflowing targets are left as they are. */
  private void normalise(int count) {
    double mean = PairwiseSum.sum(targets, 0, count) / count;
    for (int k = 0; k < count; k++) {
      double distance = targets[k] - mean;
      terms[k] = distance * distance;
    }
    double deviation = Math.sqrt(PairwiseSum.sum(terms, 0, count) / count);
    center = isFinite(mean) ? mean : 0.0;
    scale = isFinite(deviation) && deviation > 0 ? deviation : 1.0;
  }

  private void addRuns(int from, int to) {
    int runStart = 0;
    for (int k = 0; k <= to - from; k++) {
      boolean usable = k < to - from && rows.isComplete(from + k);
      if (!usable) {
        if (k > runStart) {
          products.addRun(scaled, runStart + lags, k + lags);
        }
        runStart = k + 1;
      }
    }
  }

  private void squareResiduals(int from, int to, double[] coefficients) {
    int n = 0;
    for (int row = from; row < to; row++) {
      if (rows.isComplete(row)) {
        double fitted = coefficients[0];
        for (int u = 0; u < lags; u++) {
          fitted += coefficients[u + 1] * scaled[row - from + u];
        }
        double residual = scaled[row - from + lags] - fitted;
        terms[n++] = residual * residual;
      }
    }
  }

  private static boolean isFinite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }
}
