package io.dtkspark.detector;

import io.dtkspark.stats.LagProducts;
import io.dtkspark.stats.LinearSystem;
import io.dtkspark.stats.PairwiseSum;

/**
 * A linear model of a value from the {@code lags} values before it, fitted to a range of rows.
 *
 * <p>Values are centred and scaled by the mean and standard deviation of the fitted rows, then the
 * normal equations are solved with a ridge of 1e-8 of their mean diagonal. Only rows whose own
 * value and lags are all finite take part. Cost of a fit: O(rows * lags + lags^3).
 *
 * <p>The original sums with BLAS in an order of its own, so numbers agree to about 1e-9 of the
 * scale of the data, not to the bit; to about 1e-7 when there are hardly more rows than
 * coefficients.
 */
final class AutoregModel {

  private static final double RIDGE = 1e-8;

  private final int lags;
  private final LagProducts products;
  private final double[][] matrix;
  private final double[] coefficients;
  private double[] targets = new double[0];
  private double[] scaled = new double[0];
  private double[] terms = new double[0];
  private double center;
  private double scale;
  private double sigma;

  AutoregModel(int lags) {
    this.lags = lags;
    products = new LagProducts(lags);
    matrix = new double[lags + 1][lags + 1];
    coefficients = new double[lags + 1];
  }

  /**
   * Counts the usable rows of a range and takes their values as targets for {@link #fit}.
   *
   * @param finiteRun for each row, how many finite values end there without a gap
   * @param from first row, with {@code lags} rows before it
   */
  int collect(double[] values, int[] finiteRun, int from, int to) {
    if (targets.length < to - from) {
      targets = new double[2 * (to - from)];
      terms = new double[2 * (to - from)];
      scaled = new double[2 * (to - from) + lags];
    }
    int count = 0;
    for (int row = from; row < to; row++) {
      if (finiteRun[row] > lags) {
        targets[count++] = values[row];
      }
    }
    return count;
  }

  /** Fits the model to the rows just {@linkplain #collect collected}. */
  void fit(double[] values, int[] finiteRun, int from, int to, int count) {
    normalise(count);
    for (int k = 0; k < to - from + lags; k++) {
      scaled[k] = (values[from - lags + k] - center) / scale;
    }
    products.clear();
    int rows = to - from;
    int runStart = 0;
    for (int k = 0; k <= rows; k++) {
      boolean usable = k < rows && finiteRun[from + k] > lags;
      if (!usable) {
        if (k > runStart) {
          products.addRun(scaled, runStart + lags, k + lags);
        }
        runStart = k + 1;
      }
    }
    solve();
    sigma = residualDeviation(finiteRun, from, to, count) * scale;
  }

  /** The value expected at {@code row} from the values before it. */
  double predict(double[] values, int row) {
    double sum = coefficients[0];
    for (int u = 0; u < lags; u++) {
      sum += coefficients[u + 1] * ((values[row - lags + u] - center) / scale);
    }
    return sum * scale + center;
  }

  /** Standard deviation of the residuals, with one degree of freedom less per coefficient. */
  double sigma() {
    return sigma;
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

  private void solve() {
    double[][] sums = products.sums();
    int size = lags + 1;
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += sums[i][i];
    }
    double ridge = RIDGE * (trace / size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        // An infinite ridge must spoil the whole matrix, as ridge * identity does.
        matrix[i][j] = sums[i][j] + ridge * (i == j ? 1.0 : 0.0);
      }
      coefficients[i] = sums[i][size];
    }
    LinearSystem.solve(matrix, coefficients, size);
  }

  private double residualDeviation(int[] finiteRun, int from, int to, int count) {
    int n = 0;
    for (int row = from; row < to; row++) {
      if (finiteRun[row] > lags) {
        double fitted = coefficients[0];
        for (int u = 0; u < lags; u++) {
          fitted += coefficients[u + 1] * scaled[row - from + u];
        }
        double residual = scaled[row - from + lags] - fitted;
        terms[n++] = residual * residual;
      }
    }
    return Math.sqrt(PairwiseSum.sum(terms, 0, n) / Math.max(count - (lags + 1), 1));
  }

  private static boolean isFinite(double value) {
    return Math.abs(value) <= Double.MAX_VALUE;
  }
}
