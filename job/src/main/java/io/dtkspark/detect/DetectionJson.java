package io.dtkspark.detect;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.json.JsonText;
import java.util.List;

/** Writes {@code detection_metadata} of scored rows exactly as detectkit 0.67.2 stores it. */
public interface DetectionJson {

  /**
   * The writer for a detector's rows.
   *
   * @param components seasonality column names per component
   */
  static DetectionJson of(DetectorSpec spec, List<List<String>> components) {
    if (spec instanceof WindowedSpec windowed) {
      return new WindowedJson(windowed, components);
    }
    if (spec instanceof AutoregSpec autoreg) {
      return new AutoregJson(autoreg);
    }
    return new ManualBoundsJson((ManualBoundsSpec) spec);
  }

  /**
   * Writes the members of one row's object, without its braces.
   *
   * @param row index into {@code columns}
   */
  void write(JsonText json, DetectionColumns columns, int row);

  /** A key as it stands in an object, for {@link JsonText#json(byte[])}. */
  static byte[] key(String name) {
    return new JsonText().name(name).toBytes();
  }

  /** The member that tells why a row has no verdict. */
  static byte[] reason(String reason) {
    return new JsonText().name("reason").value(reason).toBytes();
  }

  /** Whether a verdict is an anomaly. */
  static boolean isAnomaly(byte verdict) {
    return verdict >= DetectionColumns.ABOVE;
  }

  /** {@code direction} and {@code distance} of an anomaly, the first keys of its object. */
  static void anomaly(JsonText json, DetectionColumns columns, int row) {
    byte verdict = columns.verdict[row];
    if (isAnomaly(verdict)) {
      json.json(verdict == DetectionColumns.ABOVE ? Fragments.ABOVE : Fragments.BELOW);
      json.value(columns.distance[row]);
    }
  }

  /** {@code severity} of an anomaly; infinite for a spread of zero, stored as null. */
  static void severity(JsonText json, DetectionColumns columns, int row) {
    if (isAnomaly(columns.verdict[row])) {
      json.json(Fragments.SEVERITY).value(columns.severity[row]);
    }
  }

  /** The {@code preprocessing} member of detectors without smoothing; absent for plain values. */
  static void preprocessing(JsonText json, InputType inputType) {
    if (inputType.isChange()) {
      json.name("preprocessing").beginObject();
      json.name("input_type").value(inputType.key());
      json.endObject();
    }
  }

  /** What all detectors write. */
  final class Fragments {
    static final byte[] MISSING_DATA = reason("missing_data");
    static final byte[] INSUFFICIENT_DATA = reason("insufficient_data");
    static final byte[] SEVERITY = key("severity");
    static final byte[] STABILIZED = key("stabilized_in_window");
    private static final byte[] ABOVE = direction("above");
    private static final byte[] BELOW = direction("below");

    private Fragments() {}

    private static byte[] direction(String direction) {
      return new JsonText().name("direction").value(direction).name("distance").toBytes();
    }
  }
}
