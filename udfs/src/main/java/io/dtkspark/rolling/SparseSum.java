package io.dtkspark.rolling;

import io.dtkspark.stats.PairwiseSum;
import java.util.Arrays;

/**
 * {@link PairwiseSum} of an array that is zero but for a few places: the same bits, at a cost that
 * depends on the few.
 */
final class SparseSum {

  private static final int LANES = 8;

  private final double[] lanes = new double[LANES];
  private double[] values = new double[0];
  private int[] places = new int[0];
  private int next;
  private int end;

  /**
   * @param newValues positive
   * @param newPlaces of {@code newValues}, strictly ascending
   * @param size number of values
   * @param length of the whole array
   */
  double of(double[] newValues, int[] newPlaces, int size, int length) {
    values = newValues;
    places = newPlaces;
    next = 0;
    end = size;
    return sum(0, length);
  }

  private double sum(int from, int to) {
    if (next == end || places[next] >= to) {
      return 0;
    }
    int length = to - from;
    if (length <= PairwiseSum.BLOCK) {
      return block(from, from + length - length % LANES, to);
    }
    int half = length / 2;
    int middle = from + half - half % LANES;
    double left = sum(from, middle);
    return left + sum(middle, to);
  }

  private double block(int from, int tail, int to) {
    Arrays.fill(lanes, 0);
    for (; next < end && places[next] < tail; next++) {
      lanes[(places[next] - from) % LANES] += values[next];
    }
    double sum =
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
            + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    for (; next < end && places[next] < to; next++) {
      sum += values[next];
    }
    return sum;
  }
}
