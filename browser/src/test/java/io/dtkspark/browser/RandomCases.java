package io.dtkspark.browser;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Cases of every detector family on series of one shape: all combinations of statistic, weights,
 * trend and clamp, and every input type for the other detectors; the rest is drawn.
 */
final class RandomCases {

  private final Shape shape;
  private final Random random;
  private final List<ScoringCase> cases = new ArrayList<>();

  private RandomCases(Shape shape) {
    this.shape = shape;
    this.random = new Random(shape.name().hashCode());
  }

  static List<ScoringCase> of(Shape shape) {
    return new RandomCases(shape).all();
  }

  private List<ScoringCase> all() {
    for (Statistic statistic : Statistic.values()) {
      for (WindowWeights weights : weights()) {
        for (int switches = 0; switches < 4; switches++) {
          add(windowed(statistic, weights, switches % 2 == 1, switches / 2 == 1));
        }
      }
    }
    for (InputType inputType : InputType.values()) {
      add(new AutoregSpec(1 + random.nextInt(5), window(), threshold(), 10, inputType, false));
      add(new AutoregSpec(1 + random.nextInt(5), window(), threshold(), 10, inputType, true));
      add(new ManualBoundsSpec(-0.5, random.nextBoolean() ? Double.NaN : 49, inputType));
    }
    return cases;
  }

  private List<WindowWeights> weights() {
    return List.of(
        WindowWeights.UNIFORM,
        new WindowWeights(WindowWeights.Kind.LINEAR, Double.NaN, 0),
        new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 0.5 + 50 * random.nextDouble(), 0),
        new WindowWeights(WindowWeights.Kind.EXPONENTIAL, Double.NaN, 60 + random.nextInt(3600)));
  }

  private WindowedSpec windowed(
      Statistic statistic, WindowWeights weights, boolean detrend, boolean clamp) {
    return new WindowedSpec(
        statistic,
        threshold(),
        window(),
        4 + random.nextInt(6),
        4 + random.nextInt(6),
        pick(InputType.values()),
        random.nextBoolean() ? Smoothing.NONE : smoothing(),
        weights,
        detrend,
        clamp);
  }

  private Smoothing smoothing() {
    return new Smoothing(
        pick(Smoothing.Kind.values()), 0.1 + 0.9 * random.nextDouble(), 1 + random.nextInt(10));
  }

  private double threshold() {
    return 1 + 2 * random.nextDouble();
  }

  /** Short windows, and now and then one for which other data structures are taken. */
  private int window() {
    return 10 + random.nextInt(random.nextInt(4) == 0 ? 250 : 40);
  }

  private void add(DetectorSpec spec) {
    int rows = 150 + random.nextInt(150);
    Series series = shape.series(random, rows, random.nextBoolean());
    List<int[]> components =
        switch (random.nextInt(3)) {
          case 0 -> List.of();
          case 1 -> List.of(codes(rows, 24));
          default -> List.of(codes(rows, 4), codes(rows, 3));
        };
    cases.add(ScoringCase.inBatches(spec, series, components, 50 + random.nextInt(rows)));
  }

  private int[] codes(int rows, int distinct) {
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = random.nextInt(20) == 0 ? -1 : row % distinct;
    }
    return codes;
  }

  @SafeVarargs
  private <T> T pick(T... options) {
    return options[random.nextInt(options.length)];
  }
}
