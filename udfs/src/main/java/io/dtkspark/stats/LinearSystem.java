package io.dtkspark.stats;

/**
 * Solves small dense systems by elimination with partial pivoting, as LAPACK's {@code gesv}.
 *
 * <p>A column without a nonzero pivot gets the coefficient 0. For consistent normal equations that
 * is a least-squares solution too, if not the one of minimum norm that detectkit's fallback takes;
 * with a ridge of 1e-8 of the mean diagonal a zero pivot does not arise from finite input. NaN and
 * infinities propagate.
 */
public final class LinearSystem {

  private LinearSystem() {}

  /**
   * Solves {@code a * x = b} for the first {@code size} rows and columns and leaves x in {@code b}.
   * Mutates both.
   */
  public static void solve(double[][] a, double[] b, int size) {
    for (int column = 0; column < size; column++) {
      swap(a, b, column, pivotRow(a, column, size));
      double pivot = a[column][column];
      if (pivot == 0) {
        continue;
      }
      for (int row = column + 1; row < size; row++) {
        double factor = a[row][column] / pivot;
        for (int k = column + 1; k < size; k++) {
          a[row][k] -= factor * a[column][k];
        }
        b[row] -= factor * b[column];
      }
    }
    substituteBack(a, b, size);
  }

  private static void substituteBack(double[][] a, double[] b, int size) {
    for (int row = size - 1; row >= 0; row--) {
      double rest = b[row];
      for (int k = row + 1; k < size; k++) {
        rest -= a[row][k] * b[k];
      }
      b[row] = a[row][row] == 0 ? 0.0 : rest / a[row][row];
    }
  }

  private static int pivotRow(double[][] a, int column, int size) {
    int best = column;
    for (int row = column + 1; row < size; row++) {
      if (Math.abs(a[row][column]) > Math.abs(a[best][column])) {
        best = row;
      }
    }
    return best;
  }

  private static void swap(double[][] a, double[] b, int row, int other) {
    double[] swapRow = a[row];
    a[row] = a[other];
    a[other] = swapRow;
    double swapValue = b[row];
    b[row] = b[other];
    b[other] = swapValue;
  }
}
