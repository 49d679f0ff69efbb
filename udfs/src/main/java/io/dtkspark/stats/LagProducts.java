package io.dtkspark.stats;

import java.util.Arrays;

/**
 * Sums over the vectors {@code (1, z[t - L], ..., z[t - 1], z[t])}: how often, how much, and all
 * products of two elements. With them the normal equations of an autoregression of order L are set
 * up.
 *
 * <p>Two elements at distance d meet again one step later, so the sums of all pairs of a distance
 * share a core and differ by a few terms at the edges. Cost: O(n L + L^2) per run of n consecutive
 * times instead of O(n L^2); terms are only added, never subtracted, so an outlier leaves no
 * residue in sums without it.
 */
public final class LagProducts {

  private final int lags;
  private final double[][] sums;
  private final double[] leftEdge;

  /**
   * @param lags L, at least 1
   */
  public LagProducts(int lags) {
    this.lags = lags;
    this.sums = new double[lags + 2][lags + 2];
    this.leftEdge = new double[lags + 2];
  }

  /**
   * The symmetric matrix of sums: index 0 is the constant, {@code u + 1} is {@code z[t - L + u]}.
   */
  public double[][] sums() {
    return sums;
  }

  public void clear() {
    for (double[] row : sums) {
      Arrays.fill(row, 0.0);
    }
  }

  /** Adds the vectors of the times {@code from} to {@code to - 1}, {@code from >= L}. */
  public void addRun(double[] z, int from, int to) {
    sums[0][0] += to - from;
    for (int u = 0; u <= lags; u++) {
      double sum = 0;
      for (int t = from - lags + u; t < to - lags + u; t++) {
        sum += z[t];
      }
      add(0, u + 1, sum);
    }
    for (int distance = 0; distance <= lags; distance++) {
      if (to - from > lags - distance) {
        addAroundCore(z, from, to, distance);
      } else {
        addOneByOne(z, from, to, distance);
      }
    }
  }

  /**
   * The pair starting at {@code u} covers times {@code [from - L + u, to - L + u)}; all pairs of
   * the distance share {@code [from - distance, to - L)}.
   */
  private void addAroundCore(double[] z, int from, int to, int distance) {
    int last = lags - distance;
    double core = products(z, from - distance, to - lags, distance);
    leftEdge[last] = 0;
    for (int u = last - 1; u >= 0; u--) {
      int t = from - lags + u;
      leftEdge[u] = z[t] * z[t + distance] + leftEdge[u + 1];
    }
    double rightEdge = 0;
    for (int u = 0; u <= last; u++) {
      add(u + 1, u + 1 + distance, core + (leftEdge[u] + rightEdge));
      if (u < last) {
        int t = to - lags + u;
        rightEdge += z[t] * z[t + distance];
      }
    }
  }

  private void addOneByOne(double[] z, int from, int to, int distance) {
    for (int u = 0; u <= lags - distance; u++) {
      double sum = products(z, from - lags + u, to - lags + u, distance);
      add(u + 1, u + 1 + distance, sum);
    }
  }

  private static double products(double[] z, int from, int to, int distance) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += z[t] * z[t + distance];
    }
    return sum;
  }

  private void add(int i, int j, double sum) {
    sums[i][j] += sum;
    sums[j][i] = sums[i][j];
  }
}
