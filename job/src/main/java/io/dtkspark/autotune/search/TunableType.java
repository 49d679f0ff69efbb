package io.dtkspark.autotune.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The detector types a search knows, in the original's alphabetical order, and which parameters it
 * searches for each. A lag model has neither seasonality nor weights nor trend.
 */
public enum TunableType {
  AUTOREG(10, 3.0, false),
  IQR(4, 1.5, true),
  MAD(1, 3.0, true),
  ZSCORE(2, 3.0, true);

  /** In sigmas; the wide ones let a heavy tail keep within the budget of flags. */
  private static final List<Double> SIGMA_THRESHOLDS = List.of(2.5, 3.0, 3.5, 4.0, 5.0, 6.0);

  /** Tukey multipliers. */
  private static final List<Double> IQR_THRESHOLDS = List.of(1.5, 2.0, 3.0, 4.0, 6.0);

  private static final List<Integer> LAGS = List.of(2, 3, 5, 8);
  private static final long DEFAULT_LAGS = 5;

  private final int minSamplesFloor;
  private final double defaultThreshold;
  private final boolean windowed;

  TunableType(int minSamplesFloor, double defaultThreshold, boolean windowed) {
    this.minSamplesFloor = minSamplesFloor;
    this.defaultThreshold = defaultThreshold;
    this.windowed = windowed;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  int minSamplesFloor() {
    return minSamplesFloor;
  }

  double defaultThreshold() {
    return defaultThreshold;
  }

  /** Whether statistics of a window make the interval; otherwise it is a lag model. */
  boolean isWindowed() {
    return windowed;
  }

  List<Double> thresholds() {
    return this == IQR ? IQR_THRESHOLDS : SIGMA_THRESHOLDS;
  }

  /** Model orders to try; none for windowed types. */
  List<Integer> lags() {
    return windowed ? List.of() : LAGS;
  }

  /** What the first candidate of the type is given besides window and threshold. */
  Map<String, Object> initialParams() {
    Map<String, Object> initial = new LinkedHashMap<>();
    if (!windowed) {
      initial.put("lags", DEFAULT_LAGS);
      initial.put("stabilization", "clamp");
    }
    return initial;
  }
}
