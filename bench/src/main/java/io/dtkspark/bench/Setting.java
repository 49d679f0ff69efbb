package io.dtkspark.bench;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A detector's parameters by name. The name is the detector (mad, iqr, zscore, autoreg) and any of
 * these words, joined by plus signs, such as {@code mad+exponential+hour24}:
 *
 * <ul>
 *   <li>{@code exponential} (half-life as the original chooses it), {@code halflife8} (any number
 *       of rows) or {@code linear}: recency weights
 *   <li>{@code hour24}, {@code hourweek168}, {@code minute1440}, {@code hour24weekday7}: {@link
 *       Seasonality}
 *   <li>{@code detrend}, {@code clamp}
 *   <li>{@code onebatch}: the series is one batch, as in one call of the original's detector;
 *       without it batches have 1,000 rows, as in a run. Only detectors that clamp notice.
 * </ul>
 *
 * <p>Everything else is at its default.
 *
 * @param spec the detector
 * @param seasonality its groups
 * @param contextRows rows before the first scored one
 * @param batchRows rows per batch
 */
record Setting(DetectorSpec spec, Seasonality seasonality, int contextRows, int batchRows) {

  private static final int MIN_SAMPLES = 30;
  private static final int LAGS = 5;

  /**
   * Parses a name.
   *
   * @throws IllegalArgumentException for a word that is not listed above
   */
  static Setting named(String name, int window) {
    List<String> words = new ArrayList<>(Arrays.asList(name.split("\\+", -1)));
    String detector = words.remove(0);
    boolean oneBatch = words.remove("onebatch");
    Seasonality seasonality = seasonality(words);
    DetectorSpec spec =
        detector.equals("autoreg") ? autoreg(window, words) : windowed(detector, window, words);
    if (!words.isEmpty()) {
      throw new IllegalArgumentException(name + ": unknown words " + words);
    }
    return new Setting(
        spec,
        seasonality,
        oneBatch ? window : spec.contextSize(),
        oneBatch ? Integer.MAX_VALUE : 1000);
  }

  private static Seasonality seasonality(List<String> words) {
    for (Seasonality seasonality : Seasonality.values()) {
      if (words.remove(seasonality.name().toLowerCase(Locale.ROOT))) {
        return seasonality;
      }
    }
    return Seasonality.NONE;
  }

  private static DetectorSpec autoreg(int window, List<String> words) {
    return new AutoregSpec(LAGS, window, 3.0, MIN_SAMPLES, InputType.VALUES, words.remove("clamp"));
  }

  private static DetectorSpec windowed(String detector, int window, List<String> words) {
    Statistic statistic = Statistic.valueOf(detector.toUpperCase(Locale.ROOT));
    return new WindowedSpec(
        statistic,
        statistic == Statistic.IQR ? 1.5 : 3.0,
        window,
        MIN_SAMPLES,
        switch (statistic) {
          case MAD -> 10;
          case ZSCORE -> 3;
          case IQR -> 4;
        },
        InputType.VALUES,
        Smoothing.NONE,
        weights(words, window),
        words.remove("detrend"),
        words.remove("clamp"));
  }

  private static WindowWeights weights(List<String> words, int window) {
    if (words.remove("linear")) {
      return new WindowWeights(WindowWeights.Kind.LINEAR, Double.NaN, 0);
    }
    if (words.remove("exponential")) {
      return exponential(Math.max(window / 20.0, MIN_SAMPLES / 2.0));
    }
    for (String word : words) {
      if (word.startsWith("halflife")) {
        words.remove(word);
        return exponential(Double.parseDouble(word.substring("halflife".length())));
      }
    }
    return WindowWeights.UNIFORM;
  }

  private static WindowWeights exponential(double halfLifeRows) {
    return new WindowWeights(WindowWeights.Kind.EXPONENTIAL, halfLifeRows, 0);
  }
}
