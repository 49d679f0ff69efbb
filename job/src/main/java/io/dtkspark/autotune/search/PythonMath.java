package io.dtkspark.autotune.search;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Python's {@code min}, {@code max} and {@code round}, which treat NaN in their own way. */
final class PythonMath {

  private PythonMath() {}

  /** {@code max(a, b)}: {@code b} only when it is greater, so a NaN in front stays. */
  static double max(double a, double b) {
    return b > a ? b : a;
  }

  /** {@code min(a, b)}: {@code b} only when it is less, so a NaN in front stays. */
  static double min(double a, double b) {
    return b < a ? b : a;
  }

  /** {@code max(0.0, min(1.0, x))}; 1 for NaN. */
  static double clip(double x) {
    return max(0.0, min(1.0, x));
  }

  /** {@code round(x, digits)}: of the exact value, ties to even. */
  static double round(double x, int digits) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    double rounded = new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? Math.copySign(0.0, x) : rounded;
  }
}
