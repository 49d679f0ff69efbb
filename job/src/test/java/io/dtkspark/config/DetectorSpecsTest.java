package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.error.DtkException;
import io.dtkspark.rolling.WindowWeights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorSpecsTest {

  @Test
  void windowedDefaultsDifferByType() {
    assertEquals(windowed(WindowedSpec.Statistic.MAD, 3.0, 10), spec("mad", "{}"));
    assertEquals(windowed(WindowedSpec.Statistic.ZSCORE, 3.0, 3), spec("zscore", "{}"));
    assertEquals(windowed(WindowedSpec.Statistic.IQR, 1.5, 4), spec("iqr", "{}"));
  }

  private static WindowedSpec windowed(
      WindowedSpec.Statistic statistic, double threshold, int perGroup) {
    return new WindowedSpec(
        statistic,
        threshold,
        100,
        30,
        perGroup,
        InputType.VALUES,
        Smoothing.NONE,
        WindowWeights.UNIFORM,
        false,
        false);
  }

  @Test
  void everyWindowedParameterIsRead() {
    WindowedSpec expected =
        new WindowedSpec(
            WindowedSpec.Statistic.MAD,
            2.0,
            500,
            50,
            7,
            InputType.LOG_CHANGES,
            new Smoothing(Smoothing.Kind.SMA, 0.5, 4),
            new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 12, 0),
            true,
            true);
    String params =
        "{threshold: 2, window_size: 500, min_samples: 50.0, min_samples_per_group: 7,"
            + " input_type: log_changes, smoothing: sma, smoothing_alpha: 0.5,"
            + " smoothing_window: 4, window_weights: exponential, half_life: 12,"
            + " detrend: linear, stabilization: clamp}";
    assertEquals(expected, spec("mad", params));
  }

  @Test
  void halfLifeDependsOnWindowAndSamplesUnlessSet() {
    assertEquals(15.0, weights("window_weights: exponential").halfLifePoints());
    assertEquals(50.0, weights("window_weights: exponential, window_size: 1000").halfLifePoints());
    assertEquals(
        1.0,
        weights("window_weights: exponential, window_size: 1, min_samples: 1").halfLifePoints());
  }

  @Test
  void halfLifeAsDurationIsKeptInSeconds() {
    WindowWeights weights = weights("window_weights: exponential, half_life: 12h");
    assertTrue(weights.halfLifeIsDuration());
    assertEquals(43_200, weights.halfLifeSeconds());
  }

  @Test
  void weightDecayIsAHalfLifeInPoints() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "half-lives.tsv",
            1,
            row -> {
              String params = "window_weights: exponential, weight_decay: " + row[0];
              return Long.toString(Double.doubleToLongBits(weights(params).halfLifePoints()));
            }));
  }

  @Test
  void halfLifeWithoutExponentialWeightsHasNoEffect() {
    assertEquals(WindowWeights.UNIFORM, weights("half_life: 5"));
    assertEquals(WindowWeights.Kind.LINEAR, weights("window_weights: linear").kind());
  }

  @Test
  void smoothingWindowOnlyMattersForSimpleAverages() {
    WindowedSpec ema = (WindowedSpec) spec("mad", "{smoothing: ema, smoothing_window: 5.5}");
    assertEquals(new Smoothing(Smoothing.Kind.EMA, 0.3, 10), ema.smoothing());
    assertThrows(DtkException.class, () -> spec("mad", "{smoothing: sma, smoothing_window: 5.5}"));
  }

  @Test
  void autoregClampsUnlessToldNotTo() {
    assertEquals(new AutoregSpec(5, 200, 3.0, 30, InputType.VALUES, true), spec("autoreg", "{}"));
    assertEquals(
        new AutoregSpec(2, 50, 4.0, 10, InputType.CHANGES, false),
        spec(
            "autoreg",
            "{lags: 2, window_size: 50, threshold: 4, min_samples: 10, input_type: changes,"
                + " stabilization: null}"));
  }

  @Test
  void absentBoundIsNaN() {
    assertEquals(
        new ManualBoundsSpec(Double.NaN, 90, InputType.VALUES),
        spec("manual_bounds", "{upper_bound: 90}"));
    assertEquals(
        new ManualBoundsSpec(-1.5, 2, InputType.ABSOLUTE_CHANGES),
        spec("manual_bounds", "{lower_bound: -1.5, upper_bound: 2, input_type: absolute_changes}"));
  }

  @Test
  void seasonalityComponentsAreColumnsPerGroup() {
    assertEquals(
        List.of(List.of("hour"), List.of("day_of_week", "hour")),
        components("[hour, [day_of_week, hour]]"));
    assertEquals(List.of(), components("[]"));
    assertEquals(List.of(), components("null"));
    assertEquals(List.of(List.of("h"), List.of("r")), components("hr"));
  }

  @Test
  void batchSizeIsThousandUnlessSet() {
    assertEquals(1000, Yaml.detector("mad", "{}").batchSize());
    assertEquals(1000, Yaml.detector("mad", "{batch_size: 0}").batchSize());
    assertEquals(1000, Yaml.detector("mad", "{batch_size: null}").batchSize());
    assertEquals(500, Yaml.detector("mad", "{batch_size: 500}").batchSize());
    assertEquals(Integer.MAX_VALUE, Yaml.detector("mad", "{batch_size: 99999999999}").batchSize());
    assertThrows(DtkException.class, () -> Yaml.detector("mad", "{batch_size: '500'}").batchSize());
    assertThrows(DtkException.class, () -> Yaml.detector("mad", "{batch_size: -1}").batchSize());
  }

  @Test
  void startTimeIsUtcUnlessItHasAnOffset() {
    assertEquals(Optional.empty(), Yaml.detector("mad", "{}").startTime());
    assertEquals(Optional.empty(), Yaml.detector("mad", "{start_time: ''}").startTime());
    assertEquals(Optional.of(1_706_745_600_000L), start("'2024-02-01'"));
    assertEquals(Optional.of(1_706_745_600_000L), start("'2024-02-01T00:00:00Z'"));
    assertEquals(Optional.of(1_706_734_800_000L), start("'2024-02-01 00:00:00+03:00'"));
    assertThrows(DtkException.class, () -> start("2024-02-01"));
    assertThrows(DtkException.class, () -> start("soon"));
  }

  @Test
  void executionParametersAreNotPartOfTheId() {
    assertEquals(
        Yaml.detector("mad", "{}").resolve().detectorId(),
        Yaml.detector("mad", "{start_time: '2024-02-01', batch_size: 5}").resolve().detectorId());
  }

  @Test
  void detectorWithoutParamsHasDefaults() {
    DetectorConfig detector =
        ConfiguredDetector.read(Yaml.node("{type: zscore}"), ConfigWarnings.strict());
    assertEquals(spec("zscore", "{}"), detector.resolve().spec());
    assertEquals("{}", detector.resolve().paramsJson());
  }

  private static Object spec(String type, String params) {
    return Yaml.detector(type, params).resolve().spec();
  }

  private static WindowWeights weights(String params) {
    return ((WindowedSpec) spec("mad", "{" + params + "}")).weights();
  }

  private static List<List<String>> components(String value) {
    return Yaml.detector("mad", "{seasonality_components: " + value + "}")
        .resolve()
        .seasonalityComponents();
  }

  private static Optional<Long> start(String value) {
    return Yaml.detector("mad", "{start_time: " + value + "}").startTime();
  }
}
