package io.dtkspark.detector;

import java.util.List;

/**
 * Parameters of the autoregressive detector.
 *
 * @param lags order of the model, at least 1
 * @param windowSize rows used to fit, at least {@code lags + 2}
 * @param threshold half-width of the interval in residual sigmas, positive
 * @param minSamples gap-free fit rows needed before anything is scored
 * @param inputType value or change
 * @param clamp whether flagged rows enter later fits as the bound they violated
 */
public record AutoregSpec(
    int lags, int windowSize, double threshold, int minSamples, InputType inputType, boolean clamp)
    implements DetectorSpec {

  @Override
  public int contextSize() {
    int context = windowSize + lags + (inputType.isChange() ? 1 : 0);
    return clamp ? context + windowSize : context;
  }

  @Override
  public boolean restartsAtBatch() {
    return clamp;
  }

  @Override
  public List<String> statistics() {
    return List.of("prediction", "sigma_r");
  }

  @Override
  public Detector newDetector() {
    return new AutoregDetector(this);
  }

  /**
   * Scores many thresholds at once; {@link #threshold} itself plays no part.
   *
   * @throws IllegalStateException for a detector that clamps
   */
  public ThresholdSweep newSweep() {
    if (clamp) {
      throw new IllegalStateException("what windows see depends on the threshold when clamping");
    }
    return new AutoregDetector(this);
  }
}
