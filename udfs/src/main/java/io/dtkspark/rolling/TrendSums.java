package io.dtkspark.rolling;

import io.dtkspark.stats.ExactProduct;
import java.util.Arrays;

/**
 * Weighted sums of positions p and distances d from a pivot, up to the second power, with twice the
 * precision of a double: what a trend leaves may be a billionth of what goes into it.
 *
 * <p>Every sum is a double and what its roundings took away, products included (Ogita, Rump and
 * Oishi 2005): off by about n * 2^-106 of the sum of the absolute terms. Distances beyond 1e140
 * give NaN.
 */
final class TrendSums {

  /** Doubles that {@link #store} writes. */
  static final int STORED = 12;

  private static final int SUMS = 6;

  /** The sums of w, w p, w p^2, w d, w p d and w d^2. */
  private static final int W = 0;

  private static final int WP = 1;
  private static final int WPP = 2;
  private static final int D = 3;
  private static final int DP = 4;
  private static final int DD = 5;

  private final double[] sums = new double[SUMS];
  private final double[] rests = new double[SUMS];

  void clear() {
    Arrays.fill(sums, 0.0);
    Arrays.fill(rests, 0.0);
  }

  /** Adds a row. */
  void add(double weight, double position, double distance) {
    double placed = weight * position;
    double placedRest = ExactProduct.rest(weight, position, placed);
    double moved = weight * distance;
    double movedRest = ExactProduct.rest(weight, distance, moved);
    add(W, weight, 0.0);
    add(WP, placed, placedRest);
    addProduct(WPP, placed, placedRest, position);
    add(D, moved, movedRest);
    addProduct(DP, moved, movedRest, position);
    addProduct(DD, moved, movedRest, distance);
  }

  /** Adds {@code factor} times the rows of other sums about the same pivot. */
  void addAll(TrendSums other, double factor) {
    for (int s = 0; s < SUMS; s++) {
      addProduct(s, other.sums[s], other.rests[s], factor);
    }
  }

  /** Multiplies all weights. */
  void scale(double factor) {
    for (int s = 0; s < SUMS; s++) {
      double product = sums[s] * factor;
      rests[s] = ExactProduct.rest(sums[s], factor, product) + rests[s] * factor;
      sums[s] = product;
    }
  }

  /** Moves the pivot up by {@code step}: (d - s)^2 = d^2 - s d - s (d - s). */
  void shift(double step) {
    addMultiple(DD, D, -step);
    addMultiple(D, W, -step);
    addMultiple(DD, D, -step);
    addMultiple(DP, WP, -step);
  }

  /** Takes {@code slope} times the position off every distance. */
  void tilt(double slope) {
    addMultiple(DD, DP, -slope);
    addMultiple(D, WP, -slope);
    addMultiple(DP, WPP, -slope);
    addMultiple(DD, DP, -slope);
  }

  double weight() {
    return sums[W];
  }

  double squaredPositions() {
    return sums[WPP];
  }

  double squaredDistances() {
    return sums[DD] + rests[DD];
  }

  /** The mean distance from the pivot. */
  double meanDistance() {
    return (sums[D] + rests[D]) / sums[W];
  }

  /** Writes everything to {@code array}, from {@code at} on. */
  void store(double[] array, int at) {
    System.arraycopy(sums, 0, array, at, SUMS);
    System.arraycopy(rests, 0, array, at + SUMS, SUMS);
  }

  /** Takes back what {@link #store} has written. */
  void load(double[] array, int at) {
    System.arraycopy(array, at, sums, 0, SUMS);
    System.arraycopy(array, at + SUMS, rests, 0, SUMS);
  }

  private void addMultiple(int target, int source, double factor) {
    addProduct(target, sums[source], rests[source], factor);
  }

  private void addProduct(int target, double value, double rest, double factor) {
    double product = value * factor;
    add(target, product, ExactProduct.rest(value, factor, product) + rest * factor);
  }

  private void add(int target, double value, double rest) {
    double old = sums[target];
    double sum = old + value;
    double gained = sum - old;
    rests[target] += ((old - (sum - gained)) + (value - gained)) + rest;
    sums[target] = sum;
  }
}
