package io.dtkspark.rolling;

import java.util.Arrays;

/** Many {@link WeightSum}s, by number. */
final class WeightSums {

  private double[] pairs = new double[2];

  /** Makes room for numbers below {@code size} and keeps the sums. */
  void resize(int size) {
    if (pairs.length < 2 * size) {
      pairs = Arrays.copyOf(pairs, Math.max(2 * size, pairs.length + pairs.length / 2));
    }
  }

  /** Sets the sums of numbers below {@code size} to nothing. */
  void clear(int size) {
    Arrays.fill(pairs, 0, 2 * size, 0.0);
  }

  void set(int number, double high, double low) {
    pairs[2 * number] = high;
    pairs[2 * number + 1] = low;
  }

  double high(int number) {
    return pairs[2 * number];
  }

  double low(int number) {
    return pairs[2 * number + 1];
  }

  /** The steps of {@link WeightSum#add}. */
  void add(int number, double high, double low) {
    double before = pairs[2 * number];
    double sum = before + high;
    double part = sum - before;
    pairs[2 * number + 1] += ((before - (sum - part)) + (high - part)) + low;
    pairs[2 * number] = sum;
  }
}
