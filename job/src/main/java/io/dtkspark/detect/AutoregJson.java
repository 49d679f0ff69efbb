package io.dtkspark.detect;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.json.JsonText;

/** Metadata of the autoregressive detector. Keys are sorted, as stored. */
final class AutoregJson implements DetectionJson {

  private static final byte[] FIT_POINTS = DetectionJson.key("fit_points");
  private static final byte[] MIN_SAMPLES = DetectionJson.key("min_samples");
  private static final byte[] MISSING_LAGS = DetectionJson.reason("missing_lags");
  private static final byte[] PREDICTION = DetectionJson.key("prediction");
  private static final byte[] SIGMA = DetectionJson.key("sigma_r");

  private final AutoregSpec spec;

  AutoregJson(AutoregSpec spec) {
    this.spec = spec;
  }

  @Override
  public void write(JsonText json, DetectionColumns columns, int row) {
    switch (columns.verdict[row]) {
      case DetectionColumns.MISSING_DATA -> withoutVerdict(json, Fragments.MISSING_DATA);
      case DetectionColumns.MISSING_LAGS -> withoutVerdict(json, MISSING_LAGS);
      case DetectionColumns.INSUFFICIENT_DATA -> {
        json.json(FIT_POINTS).value(columns.windowSize[row]);
        json.json(MIN_SAMPLES).value(spec.minSamples());
        withoutVerdict(json, Fragments.INSUFFICIENT_DATA);
      }
      default -> scored(json, columns, row);
    }
  }

  private void withoutVerdict(JsonText json, byte[] reason) {
    DetectionJson.preprocessing(json, spec.inputType());
    json.json(reason);
  }

  private void scored(JsonText json, DetectionColumns columns, int row) {
    DetectionJson.anomaly(json, columns, row);
    json.json(FIT_POINTS).value(columns.windowSize[row]);
    json.json(PREDICTION).value(columns.global[0][row]);
    DetectionJson.preprocessing(json, spec.inputType());
    DetectionJson.severity(json, columns, row);
    json.json(SIGMA).value(columns.global[1][row]);
    if (spec.clamp() && columns.clampedInWindow[row] > 0) {
      json.json(Fragments.STABILIZED).value(columns.clampedInWindow[row]);
    }
  }
}
