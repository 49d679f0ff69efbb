package io.dtkspark.autotune.search;

/**
 * The strongest step between two levels of a series. Unlike {@link Trend} it need not be in the
 * middle, and it is measured in units of the spread within the levels, which it does not widen.
 *
 * @param sigmas height of the step, at most 99; 0 when there is none
 * @param row first row of the new level
 */
record LevelShift(double sigmas, int row) {

  private static final LevelShift NONE = new LevelShift(0, 0);
  private static final double LARGE = 3.0;
  private static final double LIMIT = 99.0;
  private static final int FEWEST_ROWS = 32;
  private static final double SMALLEST_SIDE = 0.1;
  private static final int SPLITS = 24;

  /** Tries about 24 places, each side holding at least a tenth of the rows. */
  static LevelShift strongest(double[] values) {
    int rows = values.length;
    int side = Math.max(4, (int) (rows * SMALLEST_SIDE));
    if (rows < FEWEST_ROWS || rows - 2 * side < 1) {
      return NONE;
    }
    int step = Math.max(1, (rows - 2 * side) / SPLITS);
    LevelShift best = NONE;
    for (int row = side; row <= rows - side; row += step) {
      double sigmas = sigmas(values, row);
      if (sigmas > best.sigmas) {
        best = new LevelShift(sigmas, row);
      }
    }
    return new LevelShift(PythonMath.min(best.sigmas, LIMIT), best.row);
  }

  boolean isLarge() {
    return sigmas >= LARGE;
  }

  private static double sigmas(double[] values, int row) {
    Sample left = present(values, 0, row);
    Sample right = present(values, row, values.length);
    if (left.size() == 0 || right.size() == 0) {
      return 0;
    }
    double before = left.median();
    double after = right.median();
    double step = Math.abs(after - before);
    if (step <= 0) {
      return 0;
    }
    Sample residuals = new Sample();
    for (int i = 0; i < values.length; i++) {
      double residual = Math.abs(values[i] - (i < row ? before : after));
      if (!Double.isNaN(residual)) {
        residuals.add(residual);
      }
    }
    double within = residuals.median();
    return within > 0 ? step / (Trend.MAD_SCALE * within) : LIMIT;
  }

  private static Sample present(double[] values, int from, int to) {
    Sample sample = new Sample();
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(values[i])) {
        sample.add(values[i]);
      }
    }
    return sample;
  }
}
