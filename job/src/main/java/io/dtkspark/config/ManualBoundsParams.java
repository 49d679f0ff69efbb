package io.dtkspark.config;

import io.dtkspark.detector.ManualBoundsSpec;

/** Checks the parameters of the detector with fixed bounds. */
final class ManualBoundsParams {

  private ManualBoundsParams() {}

  static ManualBoundsSpec read(DetectorParams params) {
    Object lower = params.value("lower_bound", null);
    Object upper = params.value("upper_bound", null);
    if (lower == null && upper == null) {
      throw params.wrong("lower_bound", "null", "lower_bound, upper_bound or both");
    }
    double low = bound(params, "lower_bound", lower);
    double high = bound(params, "upper_bound", upper);
    if (lower != null && upper != null && low >= high) {
      throw params.wrong("lower_bound", lower, "less than upper_bound, which is " + upper);
    }
    return new ManualBoundsSpec(low, high, WindowedParams.inputType(params));
  }

  private static double bound(DetectorParams params, String key, Object value) {
    return value == null ? Double.NaN : params.number(key, value, "a number or null");
  }
}
