package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The detector against {@link NaiveWindowedDetector} on random series, parameters and batch
 * layouts: all bits are the same, except where weights or values are summed in another order
 * (1e-9).
 */
class WindowedDetectorTest {

  private static final int ROUNDS = 40;

  @ParameterizedTest
  @EnumSource
  void rowsAreThoseOfTheOracle(RandomSeries.Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      WindowedSpec spec = randomSpec(random);
      Series series = RandomSeries.of(shape, random, 230, random.nextInt(3) == 0);
      SeasonalityGroups groups =
          random.nextBoolean() ? SeasonalityGroups.NONE : RandomSeries.groups(random, 230);
      ScoringBatch[] batches =
          RandomSeries.batches(
              series, random.nextInt(60), 1 + random.nextInt(150), spec.contextSize());
      DetectionColumns expected =
          ColumnsAssert.score(spec, new NaiveWindowedDetector(spec), series, groups, batches);
      DetectionColumns actual =
          ColumnsAssert.score(spec, spec.newDetector(), series, groups, batches);
      new ColumnsAssert(spec, tolerance(spec), "round " + round)
          .sameRows(expected, 0, actual, actual.size());
    }
  }

  private static double tolerance(WindowedSpec spec) {
    boolean summed = spec.statistic() == Statistic.ZSCORE || !spec.weights().isUniform();
    if (!summed) {
      return 0;
    }
    return spec.clamp() ? 1e-4 : 1e-9;
  }

  static WindowedSpec randomSpec(Random random) {
    Statistic statistic = pick(random, Statistic.values());
    int window = 4 + random.nextInt(random.nextInt(8) == 0 ? 200 : 60);
    int fewest = statistic == Statistic.IQR ? 4 : 2;
    return new WindowedSpec(
        statistic,
        1 + 2 * random.nextDouble(),
        window,
        fewest + random.nextInt(Math.max(1, window / 2 - fewest)),
        fewest + random.nextInt(6),
        random.nextBoolean() ? InputType.VALUES : pick(random, InputType.values()),
        new Smoothing(
            random.nextInt(4) > 0 ? Smoothing.Kind.NONE : pick(random, Smoothing.Kind.values()),
            0.1 + 0.9 * random.nextDouble(),
            1 + random.nextInt(10)),
        randomWeights(random),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0);
  }

  private static WindowWeights randomWeights(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new WindowWeights(WindowWeights.Kind.LINEAR, Double.NaN, 0);
      case 1 ->
          new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 0.05 + 10 * random.nextDouble(), 0);
      case 2 ->
          new WindowWeights(
              WindowWeights.Kind.EXPONENTIAL, Double.NaN, 60L * (1 + random.nextInt(20)));
      default -> WindowWeights.UNIFORM;
    };
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... options) {
    return options[random.nextInt(options.length)];
  }
}
