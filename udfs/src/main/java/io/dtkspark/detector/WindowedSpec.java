package io.dtkspark.detector;

import io.dtkspark.rolling.WindowWeights;
import java.util.List;

/**
 * Parameters of the detectors that compare a row with the statistics of its trailing window.
 *
 * @param statistic which statistics make the interval
 * @param threshold width of the interval in units of the spread, positive
 * @param windowSize rows of the window, the current row excluded
 * @param minSamples valid rows the window needs before anything is scored
 * @param minSamplesPerGroup valid rows a seasonality group needs before it adjusts the interval
 * @param inputType value or change
 * @param smoothing smoothing before the input type
 * @param weights recency weights
 * @param detrend whether window values are projected along a robust linear trend
 * @param clamp whether flagged rows enter later windows as the bound they violated
 */
public record WindowedSpec(
    Statistic statistic,
    double threshold,
    int windowSize,
    int minSamples,
    int minSamplesPerGroup,
    InputType inputType,
    Smoothing smoothing,
    WindowWeights weights,
    boolean detrend,
    boolean clamp)
    implements DetectorSpec {

  /** The pair or triple of statistics a windowed detector is built on. */
  public enum Statistic {
    MAD(List.of("median", "mad")),
    ZSCORE(List.of("mean", "std")),
    IQR(List.of("q1", "q3", "iqr"));

    private final List<String> names;

    Statistic(List<String> names) {
      this.names = names;
    }

    /** Metadata names; the last one is the spread, the others are centres. */
    public List<String> names() {
      return names;
    }
  }

  @Override
  public int contextSize() {
    int context = windowSize;
    switch (smoothing.kind()) {
      case SMA -> context += smoothing.window();
      case EMA -> context += (int) Math.ceil(5.0 / smoothing.alpha());
      case NONE -> {}
    }
    if (inputType.isChange()) {
      context += 1;
    }
    return clamp ? context + windowSize : context;
  }

  @Override
  public boolean restartsAtBatch() {
    return clamp || smoothing.kind() != Smoothing.Kind.NONE;
  }

  @Override
  public List<String> statistics() {
    return statistic.names();
  }

  @Override
  public Detector newDetector() {
    return new WindowedDetector(this);
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
    return new WindowedDetector(this);
  }
}
