package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdSweepTest {

  private static final double[] THRESHOLDS = {3.0, 0.5, 7.25, 3.0};

  @ParameterizedTest
  @EnumSource
  void everyThresholdGivesTheRowsOfItsOwnDetector(WindowedSpec.Statistic statistic) {
    Random random = new Random(11);
    Series series = RandomSeries.of(RandomSeries.Shape.HEAVY_TAILS, random, 300, false);
    SeasonalityGroups groups = RandomSeries.groups(random, 300);
    ScoringBatch[] batches = RandomSeries.batches(series, 40, 90, 60);
    ThresholdSweep sweep = spec(statistic, 1.0, false).newSweep();
    DetectionColumns swept = new DetectionColumns();
    swept.reset(300 - 40, statistic.names().size(), groups.components());
    sweep.describe(series, groups, batches, swept);
    for (double threshold : THRESHOLDS) {
      WindowedSpec spec = spec(statistic, threshold, false);
      DetectionColumns expected =
          ColumnsAssert.score(spec, spec.newDetector(), series, groups, batches);
      sweep.judge(threshold, swept);
      new ColumnsAssert(spec, 0, "threshold " + threshold)
          .sameRows(expected, 0, swept, expected.size());
    }
  }

  @Test
  void clampingDetectorCannotBeSwept() {
    WindowedSpec spec = spec(WindowedSpec.Statistic.MAD, 3, true);
    assertThrows(IllegalStateException.class, spec::newSweep);
  }

  private static WindowedSpec spec(
      WindowedSpec.Statistic statistic, double threshold, boolean clamp) {
    return new WindowedSpec(
        statistic,
        threshold,
        50,
        10,
        4,
        InputType.VALUES,
        Smoothing.NONE,
        new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 12, 0),
        true,
        clamp);
  }
}
