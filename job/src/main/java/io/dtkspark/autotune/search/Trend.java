package io.dtkspark.autotune.search;

/** Whether the level of a series changes, told from medians. */
final class Trend {

  /** Makes a median deviation comparable with a standard deviation. */
  static final double MAD_SCALE = 1.4826;

  private static final int FEWEST_ROWS = 8;

  private Trend() {}

  /**
   * Whether the medians of the two halves differ by more than two sigmas.
   *
   * @param values without gaps
   */
  static boolean isPresent(double[] values) {
    if (values.length < FEWEST_ROWS) {
      return false;
    }
    int half = values.length / 2;
    double first = Sample.of(values, 0, half).median();
    double second = Sample.of(values, half, values.length).median();
    Sample all = Sample.of(values);
    double deviation = all.deviation(all.median());
    double change = Math.abs(second - first);
    return deviation <= 0 ? change > 0 : change > 2.0 * MAD_SCALE * deviation;
  }
}
