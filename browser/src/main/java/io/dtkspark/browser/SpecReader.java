package io.dtkspark.browser;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.rolling.WindowWeights;

/**
 * Reads a {@link DetectorSpec} from an object of the same shape: the components of the record by
 * their names, records in it as objects, constants by their names, and {@code detector} to say
 * which record it is. Nothing has a default.
 *
 * <pre>{@code
 * {detector: "WINDOWED", statistic: "MAD", threshold: 3, windowSize: 1440, minSamples: 30,
 *  minSamplesPerGroup: 10, inputType: "VALUES", smoothing: {kind: "NONE", alpha: 0.3, window: 10},
 *  weights: {kind: "EXPONENTIAL", halfLifePoints: 48, halfLifeSeconds: 0},
 *  detrend: false, clamp: false}
 * }</pre>
 */
final class SpecReader {

  private enum Kind {
    WINDOWED,
    AUTOREG,
    MANUAL_BOUNDS
  }

  private SpecReader() {}

  /**
   * @throws IllegalArgumentException naming the parameter that is missing or of the wrong type
   */
  static DetectorSpec read(ParameterObject parameters) {
    return switch (parameters.choice("detector", Kind.values())) {
      case WINDOWED -> windowed(parameters);
      case AUTOREG -> autoreg(parameters);
      case MANUAL_BOUNDS -> manualBounds(parameters);
    };
  }

  private static WindowedSpec windowed(ParameterObject parameters) {
    return new WindowedSpec(
        parameters.choice("statistic", WindowedSpec.Statistic.values()),
        parameters.number("threshold"),
        parameters.integer("windowSize"),
        parameters.integer("minSamples"),
        parameters.integer("minSamplesPerGroup"),
        inputType(parameters),
        smoothing(parameters.object("smoothing")),
        weights(parameters.object("weights")),
        parameters.flag("detrend"),
        parameters.flag("clamp"));
  }

  private static AutoregSpec autoreg(ParameterObject parameters) {
    return new AutoregSpec(
        parameters.integer("lags"),
        parameters.integer("windowSize"),
        parameters.number("threshold"),
        parameters.integer("minSamples"),
        inputType(parameters),
        parameters.flag("clamp"));
  }

  private static ManualBoundsSpec manualBounds(ParameterObject parameters) {
    return new ManualBoundsSpec(
        parameters.number("lower"), parameters.number("upper"), inputType(parameters));
  }

  private static InputType inputType(ParameterObject parameters) {
    return parameters.choice("inputType", InputType.values());
  }

  private static Smoothing smoothing(ParameterObject parameters) {
    return new Smoothing(
        parameters.choice("kind", Smoothing.Kind.values()),
        parameters.number("alpha"),
        parameters.integer("window"));
  }

  private static WindowWeights weights(ParameterObject parameters) {
    return new WindowWeights(
        parameters.choice("kind", WindowWeights.Kind.values()),
        parameters.number("halfLifePoints"),
        parameters.integer("halfLifeSeconds"));
  }
}
