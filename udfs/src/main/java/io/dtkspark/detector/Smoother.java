package io.dtkspark.detector;

import java.util.Arrays;

/**
 * Smooths a range of rows as if nothing existed before it. Both averages start at the first row of
 * the range, which is why smoothing detectors depend on where batches begin. Cost: O(rows).
 */
final class Smoother {

  private final Smoothing smoothing;
  private double[] sumBefore = new double[0];
  private int[] validBefore = new int[0];

  Smoother(Smoothing smoothing) {
    this.smoothing = smoothing;
  }

  /**
   * Writes the averages of rows {@code from} to {@code to - 1} into the same rows of {@code out}.
   */
  void smooth(double[] values, int from, int to, double[] out) {
    switch (smoothing.kind()) {
      case NONE -> System.arraycopy(values, from, out, from, to - from);
      case EMA -> exponential(values, from, to, out);
      case SMA -> simple(values, from, to, out);
    }
  }

  /** NaN up to the first value; later gaps repeat the last average. */
  private void exponential(double[] values, int from, int to, double[] out) {
    int first = from;
    while (first < to && Double.isNaN(values[first])) {
      first++;
    }
    Arrays.fill(out, from, first, Double.NaN);
    if (first == to) {
      return;
    }
    double alpha = smoothing.alpha();
    out[first] = values[first];
    for (int i = first + 1; i < to; i++) {
      double value = values[i];
      out[i] = Double.isNaN(value) ? out[i - 1] : alpha * value + (1 - alpha) * out[i - 1];
    }
  }

  /**
   * The mean of the valid values among the last rows, from differences of running sums as in
   * detectkit: once a sum is infinite, all later averages that include values are NaN.
   */
  private void simple(double[] values, int from, int to, double[] out) {
    accumulate(values, from, to);
    int rows = to - from;
    for (int i = 0; i < rows; i++) {
      int start = Math.max(0, i - smoothing.window() + 1);
      int valid = validBefore[i + 1] - validBefore[start];
      out[from + i] = valid > 0 ? (sumBefore[i + 1] - sumBefore[start]) / valid : Double.NaN;
    }
  }

  private void accumulate(double[] values, int from, int to) {
    int rows = to - from;
    if (sumBefore.length <= rows) {
      sumBefore = new double[2 * rows + 1];
      validBefore = new int[2 * rows + 1];
    }
    for (int i = 0; i < rows; i++) {
      double value = values[from + i];
      boolean valid = !Double.isNaN(value);
      sumBefore[i + 1] = sumBefore[i] + (valid ? value : 0.0);
      validBefore[i + 1] = validBefore[i] + (valid ? 1 : 0);
    }
  }
}
