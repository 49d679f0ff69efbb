package io.dtkspark.detector;

import io.dtkspark.stats.NaturalLog;

/**
 * Turns values into the change from the row before, whatever its time distance.
 *
 * <p>NaN on either side gives NaN. A relative change from 0 is infinite, or NaN from 0 to 0; a
 * logarithmic change is {@code ln(v + 1) - ln(previous + 1)}, NaN below -1.
 */
final class InputTransform {

  private InputTransform() {}

  /**
   * Writes the changes of rows {@code from} to {@code to - 1} into the same rows of {@code out},
   * which may be {@code values} itself. The first row has no row before and becomes NaN.
   */
  static void changes(InputType type, double[] values, int from, int to, double[] out) {
    if (from == to) {
      return;
    }
    double previous = values[from];
    out[from] = Double.NaN;
    for (int i = from + 1; i < to; i++) {
      double value = values[i];
      out[i] = change(type, previous, value);
      previous = value;
    }
  }

  private static double change(InputType type, double previous, double value) {
    return switch (type) {
      case VALUES -> value;
      case CHANGES -> (value - previous) / previous;
      case ABSOLUTE_CHANGES -> value - previous;
      case LOG_CHANGES -> NaturalLog.of(value + 1) - NaturalLog.of(previous + 1);
    };
  }
}
