package io.dtkspark.autotune.search;

import io.dtkspark.stats.HazenRank;
import java.util.Arrays;

/**
 * A sample of values and its quantiles, by numpy's rules and by those of the detectors. Reuses its
 * buffers; not thread-safe. A quantile sorts the sample: O(n log n) once.
 */
final class Sample {

  private final HazenRank middle = new HazenRank(0.5);
  private double[] values = new double[64];
  private double[] deviations = new double[0];
  private int size;
  private boolean sorted;

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

  Sample clear() {
    size = 0;
    sorted = false;
    return this;
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    sorted = false;
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
    sort();
    if (size == 0 || Double.isNaN(values[size - 1])) {
      return Double.NaN;
    }
    int half = size / 2;
    return size % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** {@code numpy.percentile} with {@code 100 * share}, linear; at least one value, none NaN. */
  double quantile(double share) {
    sort();
    double position = (size - 1) * share;
    int below = (int) Math.floor(position);
    double t = position - below;
    double a = values[below];
    double b = values[Math.min(below + 1, size - 1)];
    return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
  }

  /** The median as detectors compute it, which may differ from {@link #median()} in a last bit. */
  double detectorMedian() {
    sort();
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
    Arrays.sort(deviations, 0, size);
    return middleOf(deviations);
  }

  private double middleOf(double[] ascending) {
    middle.resize(size);
    int rank = middle.rank();
    return middle.isExact()
        ? ascending[rank]
        : middle.between(ascending[rank], ascending[rank + 1]);
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(values, 0, size);
      sorted = true;
    }
  }
}
