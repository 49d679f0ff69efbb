package io.dtkspark.stats;

/** The straight line between two points, as {@code numpy.interp} evaluates it. */
public final class Interpolation {

  private Interpolation() {}

  /**
   * The height at {@code x} of the line through {@code (x0, y0)} and {@code (x1, y1)}, with {@code
   * x0 < x < x1}.
   *
   * <p>Infinite heights can make the slope form NaN. numpy then tries from the other end, and takes
   * the common height when both ends are equal.
   */
  public static double at(double x, double x0, double y0, double x1, double y1) {
    double slope = (y1 - y0) / (x1 - x0);
    double y = slope * (x - x0) + y0;
    if (!Double.isNaN(y)) {
      return y;
    }
    double fromOtherEnd = slope * (x - x1) + y1;
    return Double.isNaN(fromOtherEnd) && y0 == y1 ? y0 : fromOtherEnd;
  }
}
