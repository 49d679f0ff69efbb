package io.dtkspark.stats;

/**
 * Sums in the order of {@code numpy.sum} over a contiguous array, so that the last bit agrees.
 *
 * <p>Up to 128 values go into eight interleaved accumulators that are added as a tree; longer
 * ranges are halved at a multiple of eight (numpy 2.4, {@code loops_utils.h.src}, pairwise sum).
 */
public final class PairwiseSum {

  /** Values that are added without halving the range. */
  public static final int BLOCK = 128;

  private static final int LANES = 8;

  private PairwiseSum() {}

  /**
   * The sum of {@code values[from]} to {@code values[to - 1]}; 0.0 for an empty range. NaN and
   * infinities propagate.
   */
  public static double sum(double[] values, int from, int to) {
    // The addition turns a sum of negative zeros into 0.0, as numpy's initial value does.
    return 0.0 + pairwise(values, from, to);
  }

  /**
   * The sum of the first {@code to} values as if those before {@code first} were 0, of which only
   * the last {@link #BLOCK} are read: these have to be 0. The cost is that of {@code to - first}
   * values and does not depend on {@code first}.
   */
  public static double sumFrom(double[] values, int first, int to) {
    return 0.0 + pairwiseFrom(values, 0, to, first);
  }

  private static double pairwiseFrom(double[] values, int from, int to, int first) {
    if (to <= first) {
      return 0.0;
    }
    int length = to - from;
    if (from >= first || length <= BLOCK) {
      return pairwise(values, from, to);
    }
    int half = length / 2;
    int middle = from + half - half % LANES;
    return pairwiseFrom(values, from, middle, first) + pairwiseFrom(values, middle, to, first);
  }

  private static double pairwise(double[] values, int from, int to) {
    int length = to - from;
    if (length < LANES) {
      return sequential(0.0, values, from, to);
    }
    if (length <= BLOCK) {
      return block(values, from, to);
    }
    int half = length / 2;
    int middle = from + half - half % LANES;
    return pairwise(values, from, middle) + pairwise(values, middle, to);
  }

  private static double sequential(double start, double[] values, int from, int to) {
    double sum = start;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static double block(double[] values, int from, int to) {
    double s0 = values[from];
    double s1 = values[from + 1];
    double s2 = values[from + 2];
    double s3 = values[from + 3];
    double s4 = values[from + 4];
    double s5 = values[from + 5];
    double s6 = values[from + 6];
    double s7 = values[from + 7];
    int i = from + LANES;
    for (; i + LANES <= to; i += LANES) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    double tree = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    return sequential(tree, values, i, to);
  }
}
