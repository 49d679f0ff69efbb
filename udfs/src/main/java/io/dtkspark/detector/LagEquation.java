package io.dtkspark.detector;

import io.dtkspark.stats.LinearSystem;
import io.dtkspark.stats.SymmetricSystem;

/**
 * A value as a linear function of the {@code lags} values before it, and how far values are from
 * it. All values are centred and scaled first: {@code z = (x - center) / scale}.
 */
final class LagEquation {

  private static final double RIDGE = 1e-8;

  private final int lags;
  private final double[][] matrix;
  private final double[] coefficients;
  private double center;
  private double scale;
  private double sigma;

  LagEquation(int lags) {
    this.lags = lags;
    matrix = new double[lags + 1][lags + 1];
    coefficients = new double[lags + 1];
  }

  /** Of {@code (1, z[t - L], ..., z[t - 1])}; call {@link #solve} first. */
  double[] coefficients() {
    return coefficients;
  }

  /**
   * Solves the normal equations with a ridge of 1e-8 of their mean diagonal. Cost: O(lags^3).
   *
   * @param sums of the products of elements of {@code (1, z[t - L], ..., z[t])}; the upper triangle
   */
  void solve(double newCenter, double newScale, double[][] sums) {
    setUp(newCenter, newScale, sums);
    SymmetricSystem.solve(matrix, coefficients, lags + 1);
  }

  /** The same in LAPACK's order, which decides the rounding noise that constant values leave. */
  void solveWithPivots(double newCenter, double newScale, double[][] sums) {
    setUp(newCenter, newScale, sums);
    LinearSystem.solve(matrix, coefficients, lags + 1);
  }

  private void setUp(double newCenter, double newScale, double[][] sums) {
    center = newCenter;
    scale = newScale;
    int size = lags + 1;
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += sums[i][i];
    }
    double ridge = RIDGE * (trace / size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        // An infinite ridge must spoil the whole matrix, as ridge * identity does.
        matrix[i][j] = sums[Math.min(i, j)][Math.max(i, j)] + ridge * (i == j ? 1.0 : 0.0);
      }
      coefficients[i] = sums[i][size];
    }
  }

  /**
   * Sets sigma from the residuals, with one degree of freedom less per coefficient.
   *
   * @param squares sum of the squared residuals of z
   * @param count how many
   */
  void setResiduals(double squares, int count) {
    sigma = Math.sqrt(squares / Math.max(count - (lags + 1), 1)) * scale;
  }

  /** Standard deviation of the residuals, in units of the values. */
  double sigma() {
    return sigma;
  }

  /** The value expected at {@code row} from the values before it. */
  double predict(double[] values, int row) {
    double sum = coefficients[0];
    for (int u = 0; u < lags; u++) {
      sum += coefficients[u + 1] * ((values[row - lags + u] - center) / scale);
    }
    return sum * scale + center;
  }
}
