package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.json.JsonText;

/** Metadata of manual bounds: nothing but the input type unless a bound is crossed. */
final class ManualBoundsJson implements DetectionJson {

  private final InputType inputType;

  ManualBoundsJson(ManualBoundsSpec spec) {
    this.inputType = spec.inputType();
  }

  @Override
  public void write(JsonText json, DetectionColumns columns, int row) {
    if (columns.verdict[row] == DetectionColumns.MISSING_DATA) {
      json.json(Fragments.MISSING_DATA);
    } else {
      DetectionJson.anomaly(json, columns, row);
      DetectionJson.preprocessing(json, inputType);
      DetectionJson.severity(json, columns, row);
    }
  }
}
