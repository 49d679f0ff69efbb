package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.detector.AutoregSpec;
import java.util.List;

/** Checks the parameters of the autoregressive detector. */
final class AutoregParams {

  private AutoregParams() {}

  static AutoregSpec read(DetectorParams params) {
    int lags = params.whole("lags", params.value("lags", 5L), 1);
    // The model has lags + 1 unknowns, so fewer rows cannot be fitted.
    int fewestRows = Math.addExact(lags, 2);
    int windowSize = params.whole("window_size", params.value("window_size", 200L), fewestRows);
    double threshold = params.positive("threshold", params.value("threshold", 3.0));
    return new AutoregSpec(
        lags,
        windowSize,
        threshold,
        WindowedParams.minSamples(params, windowSize, fewestRows),
        WindowedParams.inputType(params),
        params.choice("stabilization", "clamp", true, List.of("clamp")) != null);
  }

  /** Seasonality is not for this detector; the key may stand there empty and is not in the id. */
  static void rejectSeasonality(DetectorParams params) {
    Object value = params.value("seasonality_components", null);
    if (PythonNumbers.isTruthy(value)) {
      throw params.wrong(
          "seasonality_components",
          value,
          "nothing, since autoreg knows no seasonality; mad, zscore and iqr do");
    }
    params.nonDefault().remove("seasonality_components");
  }
}
