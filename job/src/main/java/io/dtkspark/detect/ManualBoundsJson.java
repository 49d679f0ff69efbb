package io.dtkspark.detect;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.json.JsonText;

/** Metadata of manual bounds: nothing but the input type unless a bound is crossed. */
final class ManualBoundsJson implements DetectionJson {

  private final InputType inputType;
  private final JsonText json = new JsonText();

  ManualBoundsJson(ManualBoundsSpec spec) {
    this.inputType = spec.inputType();
  }

  @Override
  public CharSequence metadata(DetectionColumns columns, int row) {
    json.clear().beginObject();
    if (columns.verdict[row] == DetectionColumns.MISSING_DATA) {
      json.name("reason").value("missing_data");
    } else {
      DetectionJson.beginWithAnomaly(json, columns, row);
      AutoregJson.preprocessing(json, inputType);
      DetectionJson.severity(json, columns, row);
    }
    return json.endObject().chars();
  }
}
