package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.error.DtkException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorIdentityTest {

  @Test
  void idsParametersAndContextAreThoseOfTheOriginal() {
    assertEquals(
        List.of(), Recorded.differences("detectors.tsv", 2, DetectorIdentityTest::resolve));
  }

  /** The original's factory knows the short name; its file check does not, ours does. */
  @Test
  void manualIsShortForManualBounds() {
    String params = "{upper_bound: 90}";
    assertEquals(
        Yaml.detector("manual_bounds", params).resolve(),
        Yaml.detector("manual", params).resolve());
  }

  private static String resolve(String[] row) {
    try {
      DetectorConfig.Resolved detector = Yaml.detector(row[0], row[1]).resolve();
      return String.join(
          " ",
          detector.detectorId(),
          detector.detectorName(),
          detector.paramsJson(),
          Integer.toString(detector.spec().contextSize()));
    } catch (DtkException e) {
      return Recorded.ERROR;
    }
  }
}
