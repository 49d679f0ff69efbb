package io.dtkspark.rolling;

/**
 * Weights of rows as pairs whose sums can be kept while time goes on: a weight, and a sum of
 * weights, is {@code high + scale * low}.
 *
 * <ul>
 *   <li>Uniform: (0, 1) and scale 1; sums are counts.
 *   <li>Linear: (row - base, 1); the scale is the weight, times the window, that the row {@code
 *       base} has for the row that asks, so nothing else changes with time. Sums are exact, being
 *       integers below 2^53.
 *   <li>Exponential: a {@linkplain GrowingPowers growing power} and its rest, scale 1. When the
 *       table ends, the base moves on and all sums have to be taken anew. Rows before the base
 *       weigh nothing: they are at least 900 half-lives older than the newest.
 * </ul>
 */
final class RowWeights {

  /** Half-lives within which the cap of exponential weights at 1000 half-lives does not show. */
  private static final double UNCAPPED = 800.0;

  private final WeightTable weights;
  private double[] powers = new double[0];
  private boolean exponential;
  private boolean uniform;
  private double step;
  private double oldestUncapped;
  private int base;

  RowWeights(WeightTable weights) {
    this.weights = weights;
  }

  /** Adopts the half-life of the table; {@code firstRow} is the first row that will be weighed. */
  void begin(int firstRow) {
    base = firstRow;
    exponential = weights.kind() == WindowWeights.Kind.EXPONENTIAL && weights.halfLife() > 0;
    boolean linear = weights.kind() == WindowWeights.Kind.LINEAR;
    uniform = !exponential && !linear;
    step = linear ? 1.0 : 0.0;
    powers = exponential ? weights.growing().pairs() : powers;
    oldestUncapped = exponential ? UNCAPPED * weights.halfLife() : Double.POSITIVE_INFINITY;
  }

  boolean isUniform() {
    return uniform;
  }

  /** Whether sums of pairs, as seen from any row, are numbers without rounding. */
  boolean areExact() {
    return !exponential;
  }

  /** Whether a window whose newest row has this age may hold weights that are capped. */
  boolean isCapped(int age) {
    return age > oldestUncapped;
  }

  /** Whether the base must move before {@code row} can be weighed. */
  boolean endsBefore(int row) {
    return exponential && row - base >= powers.length / 2;
  }

  /** Moves the base: the window will hold rows from {@code oldest} to {@code newest}. */
  void rebase(int oldest, int newest) {
    base = Math.max(oldest, newest - powers.length / 4);
  }

  double high(int row) {
    int k = row - base;
    if (exponential) {
      return k < 0 ? 0.0 : powers[2 * k];
    }
    return step * k;
  }

  double low(int row) {
    int k = row - base;
    if (exponential) {
      return k < 0 ? 0.0 : powers[2 * k + 1];
    }
    return 1.0;
  }

  /** The scale as seen from {@code row}. */
  double scale(int row) {
    return step == 0 ? 1.0 : weights.windowSize() + 1.0 - (row - base);
  }

  /** At least {@code rounding}, and a number that sums can be moved by without losing any bit. */
  double reach(double rounding) {
    return step == 0 ? rounding : 0.125;
  }
}
