package io.dtkspark.rolling;

/**
 * Where to look for a quantile: around the neighbours it had last time, a little further than they
 * usually move. Only steers the search.
 */
final class SearchBounds {

  /** Rows between the bounds that are fine. */
  private static final int FEW = 8;

  private static final double ULPS = 0x1p-50;

  /** The least part of the width to move by first. */
  private static final double SHORT_STRIDE = 1.0 / 16;

  private static final double TINY = 1e-300;

  /** More rows than a window has. */
  private static final double MOST = 1e7;

  private double lower;
  private double upper;
  private double usual;
  private double low;
  private double high;
  private double expected;
  private boolean known;
  private int direction;
  private double stride;

  /** Forgets what was last time. */
  void forget() {
    known = false;
  }

  /** Whether there is anything to go by; otherwise the bounds are infinite. */
  boolean isKnown() {
    return known;
  }

  /**
   * Takes up the search.
   *
   * @param move by how much values have moved since the last time; if that is not a finite number,
   *     nothing is known any more
   */
  void begin(double move) {
    known &= Math.abs(move) < Double.POSITIVE_INFINITY;
    lower += move;
    upper += move;
    usual = Math.max(usual, ULPS * (Math.abs(lower) + Math.abs(upper)) + TINY);
    low = known ? lower - usual : Double.NEGATIVE_INFINITY;
    high = known ? upper + usual : Double.POSITIVE_INFINITY;
    direction = 0;
    stride = SHORT_STRIDE;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  /** About how many rows lie between the first bounds. */
  double expected() {
    return known ? expected : 0;
  }

  /** Replaces the bounds by better ones. */
  void set(double newLow, double newHigh) {
    low = newLow;
    high = newHigh;
  }

  /**
   * Moves on after a miss, further each time.
   *
   * @param downwards whether the quantile was below the bounds
   * @param distance by about how many rows
   * @param found rows between the bounds
   */
  void miss(boolean downwards, double distance, int found) {
    double width = high - low;
    double step = Math.min(1.3 * distance / Math.max(found, 1), 8);
    double more = usual + Math.max(step, stride) * width;
    int newDirection = downwards ? -1 : 1;
    boolean turned = direction == -newDirection;
    direction = newDirection;
    stride *= 2;
    if (downwards) {
      high = turned ? high : low + usual / 2;
      low -= more;
    } else {
      low = turned ? low : high - usual / 2;
      high += more;
    }
  }

  /** Gives up all bounds. */
  void open() {
    low = Double.NEGATIVE_INFINITY;
    high = Double.POSITIVE_INFINITY;
    known = false;
  }

  /**
   * Learns from a hit.
   *
   * @param found rows between the bounds
   * @param cheap how many of them cost less than a miss now and then
   */
  void hit(double newLower, double newUpper, int found, double cheap) {
    if (known) {
      double density = found / Math.max(high - low, TINY);
      adapt(Math.max(Math.abs(newLower - lower), Math.abs(newUpper - upper)), found > cheap);
      expected = Math.min(density * (newUpper - newLower + 2 * usual), MOST);
    }
    lower = newLower;
    upper = newUpper;
  }

  private void adapt(double move, boolean dear) {
    if (move > usual) {
      usual = Math.min(1.5 * usual, move);
    } else if (expected > FEW) {
      usual *= dear ? 0.9 : 0.97;
    }
  }

  /** Starts to learn. */
  void learn(double newLower, double newUpper, double newUsual) {
    lower = newLower;
    upper = newUpper;
    usual = newUsual;
    expected = 0;
    known = true;
  }
}
