package io.dtkspark.stats;

/**
 * Solves small dense positive definite systems by symmetric elimination, which needs no pivoting
 * and half the work of a general one.
 *
 * <p>Normal equations with a ridge of 1e-8 of their mean diagonal are positive definite beyond
 * doubt. NaN and infinities propagate.
 */
public final class SymmetricSystem {

  private SymmetricSystem() {}

  /**
   * Solves {@code a * x = b} for the first {@code size} rows and columns and leaves x in {@code b}.
   * Reads and mutates the upper triangle of {@code a}. Cost: size^3 / 6 multiplications.
   */
  public static void solve(double[][] a, double[] b, int size) {
    for (int column = 0; column < size; column++) {
      double[] pivotRow = a[column];
      for (int row = column + 1; row < size; row++) {
        double factor = pivotRow[row] / pivotRow[column];
        double[] target = a[row];
        for (int k = row; k < size; k++) {
          target[k] -= factor * pivotRow[k];
        }
        b[row] -= factor * b[column];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      double rest = b[row];
      for (int k = row + 1; k < size; k++) {
        rest -= a[row][k] * b[k];
      }
      b[row] = rest / a[row][row];
    }
  }
}
