package io.dtkspark.browser;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.WindowedSpec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a spec in the shape that {@link SpecReader} reads: that of its record. */
final class SpecJson {

  private SpecJson() {}

  static String of(DetectorSpec spec) {
    String detector =
        spec instanceof WindowedSpec
            ? "WINDOWED"
            : spec instanceof AutoregSpec ? "AUTOREG" : "MANUAL_BOUNDS";
    return "{\"detector\": \"" + detector + "\", " + components((Record) spec) + "}";
  }

  private static String components(Record parameters) {
    return Arrays.stream(parameters.getClass().getRecordComponents())
        .map(component -> '"' + component.getName() + "\": " + value(parameters, component))
        .collect(Collectors.joining(", "));
  }

  private static String value(Record parameters, RecordComponent component) {
    try {
      Object value = component.getAccessor().invoke(parameters);
      if (value instanceof Record nested) {
        return "{" + components(nested) + "}";
      }
      if (value instanceof Enum<?> constant) {
        return '"' + constant.name() + '"';
      }
      return value.equals(Double.NaN) ? "null" : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
