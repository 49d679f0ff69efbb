package io.dtkspark.autotune.search;

import io.dtkspark.stats.HazenRank;
import java.util.Arrays;

/**
 * A sample of values and its quantiles, by numpy's rules and by those of the detectors. Reuses its
 * buffers; not thread-safe. A quantile costs O(n) and reorders the values.
 */
final class Sample {

  private final HazenRank middle = new HazenRank(0.5);
  private double[] values = new double[64];
  private double[] deviations = new double[0];
  private int size;
  private boolean hasNaN;

  static Sample of(double[] values) {
    return of(values, 0, values.length);
  }

  static Sample of(double[] values, int from, int to) {
    Sample sample = new Sample();
    for (int i = from; i < to; i++) {
      sample.add(values[i]);
    }
    return sample;
  }

  void clear() {
    size = 0;
    hasNaN = false;
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    hasNaN |= Double.isNaN(value);
  }

  int size() {
    return size;
  }

  /** The values; in the order they came, unless a quantile has been asked for. */
  double[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** {@code numpy.median}: NaN for no values, or when one is NaN. */
  double median() {
    if (size == 0 || hasNaN) {
      return Double.NaN;
    }
    if (size % 2 == 1) {
      return KthValue.select(values, size, size / 2);
    }
    double below = KthValue.select(values, size, size / 2 - 1);
    return (below + KthValue.next(values, size, size / 2 - 1)) / 2;
  }

  /** {@code numpy.median} of the distances from {@code center}. */
  double deviation(double center) {
    Sample distances = new Sample();
    for (int i = 0; i < size; i++) {
      distances.add(Math.abs(values[i] - center));
    }
    return distances.median();
  }

  /** {@code numpy.percentile} with {@code 100 * share}, linear; at least one value, none NaN. */
  double quantile(double share) {
    double position = (size - 1) * share;
    int k = (int) Math.floor(position);
    double t = position - k;
    double a = KthValue.select(values, size, k);
    double b = k + 1 < size ? KthValue.next(values, size, k) : a;
    return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
  }

  /**
   * The median as detectors compute it, which may differ from {@link #median()} in a last bit; at
   * least one value, none NaN.
   */
  double detectorMedian() {
    return middleOf(values);
  }

  /** Detectors' median of the distances from {@code center}. */
  double detectorDeviation(double center) {
    if (deviations.length < size) {
      deviations = new double[values.length];
    }
    for (int i = 0; i < size; i++) {
      deviations[i] = Math.abs(values[i] - center);
    }
    return middleOf(deviations);
  }

  private double middleOf(double[] sample) {
    middle.resize(size);
    double below = KthValue.select(sample, size, middle.rank());
    return middle.isExact()
        ? below
        : middle.between(below, KthValue.next(sample, size, middle.rank()));
  }
}
