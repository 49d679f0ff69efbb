package io.dtkspark.detector;

import java.util.List;

/**
 * Fixed bounds; NaN = no bound on that side, at least one is set.
 *
 * @param lower values below are anomalies
 * @param upper values above are anomalies
 * @param inputType value or change
 */
public record ManualBoundsSpec(double lower, double upper, InputType inputType)
    implements DetectorSpec {

  @Override
  public int contextSize() {
    return inputType.isChange() ? 1 : 0;
  }

  @Override
  public boolean restartsAtBatch() {
    return false;
  }

  @Override
  public List<String> statistics() {
    return List.of();
  }

  @Override
  public Detector newDetector() {
    return new ManualBoundsDetector(this);
  }
}
