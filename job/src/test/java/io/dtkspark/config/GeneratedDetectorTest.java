package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.error.DtkException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedDetectorTest {

  @Test
  void idIsThatOfTheSameDetectorInAFile() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("seasonality_components", List.of("hour"));
    params.put("threshold", 6.0);
    params.put("window_size", 100L);
    params.put("min_samples", 25L);
    params.put("detrend", null);
    DetectorConfig.Resolved detector = GeneratedDetector.resolve("here", "iqr", params);
    assertEquals("ca70948f02860668", detector.detectorId());
    assertEquals(List.of(List.of("hour")), detector.seasonalityComponents());
    assertEquals(25, ((WindowedSpec) detector.spec()).minSamples());
  }

  @Test
  void wrongParametersAreNamedWithTheirOrigin() {
    assertEquals(
        "here:1: smoothing: got \"median\"; expected one of ema, sma or null",
        failure("mad", Map.of("smoothing", "median")));
    assertEquals(
        "here:1: batch_size: not a parameter of the algorithm",
        failure("mad", Map.of("batch_size", 100L)));
    assertEquals("here:1: 'median' is no detector", failure("median", Map.of()));
  }

  private static String failure(String type, Map<String, Object> params) {
    return assertThrows(DtkException.class, () -> GeneratedDetector.resolve("here", type, params))
        .getMessage();
  }
}
