package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.rolling.WindowWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks the parameters of mad, zscore and iqr; they share all rules but some defaults. */
enum WindowedParams {
  MAD(WindowedSpec.Statistic.MAD, 3.0, 1, 10, 1),
  ZSCORE(WindowedSpec.Statistic.ZSCORE, 3.0, 2, 3, 1),
  IQR(WindowedSpec.Statistic.IQR, 1.5, 4, 4, 4);

  static final List<String> INPUT_TYPES =
      Arrays.stream(InputType.values()).map(InputType::key).toList();

  private static final double HALF_LIVES_PER_WINDOW = 20;

  private final WindowedSpec.Statistic statistic;
  private final double threshold;
  private final int minSamplesFloor;
  private final long perGroup;
  private final int perGroupFloor;

  WindowedParams(
      WindowedSpec.Statistic statistic,
      double threshold,
      int minSamplesFloor,
      long perGroup,
      int perGroupFloor) {
    this.statistic = statistic;
    this.threshold = threshold;
    this.minSamplesFloor = minSamplesFloor;
    this.perGroup = perGroup;
    this.perGroupFloor = perGroupFloor;
  }

  WindowedSpec read(DetectorParams params) {
    double width = params.positive("threshold", params.valueUnlessNull("threshold", threshold));
    int windowSize = params.whole("window_size", params.value("window_size", 100L), 1);
    int minSamples = minSamples(params, windowSize, minSamplesFloor);
    Object group = params.valueUnlessNull("min_samples_per_group", perGroup);
    return new WindowedSpec(
        statistic,
        width,
        windowSize,
        minSamples,
        params.count("min_samples_per_group", group, perGroupFloor),
        inputType(params),
        smoothing(params),
        weights(params, windowSize, minSamples),
        params.choice("detrend", null, true, List.of("linear")) != null,
        params.choice("stabilization", null, true, List.of("clamp")) != null);
  }

  static int minSamples(DetectorParams params, int windowSize, int floor) {
    Object value = params.value("min_samples", 30L);
    int minSamples = params.count("min_samples", value, floor);
    if (minSamples > windowSize) {
      throw params.wrong("min_samples", value, "at most window_size, which is " + windowSize);
    }
    return minSamples;
  }

  static InputType inputType(DetectorParams params) {
    String key = params.choice("input_type", "values", false, INPUT_TYPES);
    return Arrays.stream(InputType.values()).filter(t -> t.key().equals(key)).findFirst().get();
  }

  private static Smoothing smoothing(DetectorParams params) {
    String method = params.choice("smoothing", null, true, List.of("ema", "sma"));
    double alpha = within("smoothing_alpha", params.value("smoothing_alpha", 0.3), params, true);
    Object rows = params.value("smoothing_window", 10L);
    params.number("smoothing_window", rows, "a whole number, at least 1");
    if (DetectorParams.compare(rows, 1L) < 0) {
      throw params.wrong("smoothing_window", rows, "a whole number, at least 1");
    }
    if (method == null) {
      return Smoothing.NONE;
    }
    boolean sma = method.equals("sma");
    return new Smoothing(
        Smoothing.Kind.valueOf(method.toUpperCase(Locale.ROOT)),
        alpha,
        sma ? params.whole("smoothing_window", rows, 1) : Smoothing.NONE.window());
  }

  private static WindowWeights weights(DetectorParams params, int windowSize, int minSamples) {
    String kind = params.choice("window_weights", null, true, List.of("exponential", "linear"));
    Object halfLife = params.value("half_life", null);
    Object decay = params.value("weight_decay", null);
    if (halfLife != null && decay != null) {
      throw params.wrong("weight_decay", decay, "either half_life or weight_decay, not both");
    }
    WindowWeights exponential =
        halfLife != null
            ? halfLife(params, halfLife)
            : inPoints(
                decay != null
                    ? Math.log(0.5) / Math.log(within("weight_decay", decay, params, false))
                    // Half of min_samples keeps the effective sample size of small windows.
                    : Math.max(Math.max(windowSize / HALF_LIVES_PER_WINDOW, minSamples / 2.0), 1));
    if (kind == null) {
      return WindowWeights.UNIFORM;
    }
    return kind.equals("exponential")
        ? exponential
        : new WindowWeights(WindowWeights.Kind.LINEAR, Double.NaN, 0);
  }

  private static WindowWeights halfLife(DetectorParams params, Object value) {
    String expected = "a whole number of points, at least 1, or a duration such as \"12h\"";
    if (value instanceof String text) {
      try {
        long seconds = Interval.parse(text).seconds();
        return new WindowWeights(WindowWeights.Kind.EXPONENTIAL, Double.NaN, seconds);
      } catch (IllegalArgumentException e) {
        throw params.wrong("half_life", value, expected);
      }
    }
    boolean whole = PythonNumbers.isNumber(value) && !(value instanceof Double);
    if (!whole || value instanceof Boolean || DetectorParams.compare(value, 1L) < 0) {
      throw params.wrong("half_life", value, expected);
    }
    return inPoints(params.number("half_life", value, expected));
  }

  private static WindowWeights inPoints(double points) {
    return new WindowWeights(WindowWeights.Kind.EXPONENTIAL, points, 0);
  }

  /** A number above 0 and below 1, or up to 1 when {@code closed}; NaN is neither. */
  private static double within(String key, Object value, DetectorParams params, boolean closed) {
    String expected = "a number above 0 and " + (closed ? "up to" : "below") + " 1";
    double number = params.number(key, value, expected);
    if (!(number > 0 && (closed ? number <= 1 : number < 1))) {
      throw params.wrong(key, value, expected);
    }
    return number;
  }
}
