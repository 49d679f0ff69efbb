package io.dtkspark.detect;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.InputType;
import io.dtkspark.json.JsonText;

/** Metadata of the autoregressive detector. Keys are sorted, as stored. */
final class AutoregJson implements DetectionJson {

  private final AutoregSpec spec;
  private final JsonText json = new JsonText();

  AutoregJson(AutoregSpec spec) {
    this.spec = spec;
  }

  @Override
  public CharSequence metadata(DetectionColumns columns, int row) {
    json.clear().beginObject();
    switch (columns.verdict[row]) {
      case DetectionColumns.MISSING_DATA -> withoutVerdict("missing_data");
      case DetectionColumns.MISSING_LAGS -> withoutVerdict("missing_lags");
      case DetectionColumns.INSUFFICIENT_DATA -> {
        json.name("fit_points").value(columns.windowSize[row]);
        json.name("min_samples").value(spec.minSamples());
        withoutVerdict("insufficient_data");
      }
      default -> scored(columns, row);
    }
    return json.endObject().chars();
  }

  private void withoutVerdict(String reason) {
    preprocessing(json, spec.inputType());
    json.name("reason").value(reason);
  }

  private void scored(DetectionColumns columns, int row) {
    DetectionJson.beginWithAnomaly(json, columns, row);
    json.name("fit_points").value(columns.windowSize[row]);
    json.name("prediction").value(columns.global[0][row]);
    preprocessing(json, spec.inputType());
    DetectionJson.severity(json, columns, row);
    json.name("sigma_r").value(columns.global[1][row]);
    if (spec.clamp() && columns.clampedInWindow[row] > 0) {
      json.name("stabilized_in_window").value(columns.clampedInWindow[row]);
    }
  }

  /** The {@code preprocessing} block of detectors without smoothing; absent for plain values. */
  static void preprocessing(JsonText json, InputType inputType) {
    if (inputType.isChange()) {
      json.name("preprocessing").beginObject();
      json.name("input_type").value(inputType.key());
      json.endObject();
    }
  }
}
