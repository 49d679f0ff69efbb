package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The detector against {@link NaiveAutoregDetector}. Sums run in another order there, so numbers
 * agree to 1e-7 of the residual spread: the ridge lets the normal equations be conditioned as badly
 * as 1e8. Shapes without noise, whose residuals are nothing but rounding, are left to the tests
 * below.
 */
class AutoregDetectorTest {

  private static final int ROUNDS = 40;
  private static final int ROWS = 260;

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CONSTANT", "OUTLIERS", "HEAVY_TAILS"})
  void rowsAreThoseOfTheOracle(RandomSeries.Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      AutoregSpec spec = randomSpec(random);
      Series series = RandomSeries.of(shape, random, ROWS, random.nextInt(3) == 0);
      ScoringBatch[] batches =
          RandomSeries.batches(
              series, random.nextInt(60), 1 + random.nextInt(150), spec.contextSize());
      DetectionColumns expected =
          ColumnsAssert.score(
              spec, new NaiveAutoregDetector(spec), series, SeasonalityGroups.NONE, batches);
      DetectionColumns actual =
          ColumnsAssert.score(spec, spec.newDetector(), series, SeasonalityGroups.NONE, batches);
      new ColumnsAssert(spec, 1e-7, "round " + round).sameRows(expected, 0, actual, actual.size());
    }
  }

  /**
   * Whether a window is summed up as it slides or passed over anew must not show. Outliers of 1e12
   * leave nobody more than six digits of a prediction; sigma without noise is rounding errors.
   */
  @ParameterizedTest
  @EnumSource
  void rollingSumsFitAsAPassOverTheWindowDoes(RandomSeries.Shape shape) {
    Random random = new Random(shape.name().hashCode());
    double tolerance = shape == RandomSeries.Shape.OUTLIERS ? 1e-5 : 2e-8;
    for (int round = 0; round < 6; round++) {
      AutoregSpec spec = longSpec(random, round % 2 == 0);
      Series series = RandomSeries.of(shape, random, 3 * spec.windowSize(), round % 3 == 0);
      ScoringBatch[] batches = RandomSeries.batches(series, 5, 1000, spec.contextSize());
      DetectionColumns passed = score(spec, Integer.MAX_VALUE, series, batches);
      DetectionColumns rolled = score(spec, 0, series, batches);
      for (int i = 0; i < passed.size(); i++) {
        String where = spec + " row " + i;
        assertEquals(passed.verdict[i], rolled.verdict[i], where);
        if (passed.verdict[i] >= DetectionColumns.NORMAL) {
          double unit = Math.max(Math.abs(passed.global[0][i]), passed.global[1][i]);
          assertEquals(passed.global[0][i], rolled.global[0][i], tolerance * unit, where);
          assertEquals(passed.global[1][i], rolled.global[1][i], 1e-9 * unit, where);
        }
      }
    }
  }

  private static AutoregSpec longSpec(Random random, boolean clamp) {
    int lags = 1 + random.nextInt(12);
    int window = 70 + random.nextInt(400);
    return new AutoregSpec(lags, window, 3, lags + 20, InputType.VALUES, clamp);
  }

  private static DetectionColumns score(
      AutoregSpec spec, int shortWindow, Series series, ScoringBatch[] batches) {
    AutoregModel model = new AutoregModel(spec.lags(), spec.windowSize(), shortWindow);
    return ColumnsAssert.score(
        spec, new AutoregDetector(spec, model), series, SeasonalityGroups.NONE, batches);
  }

  @Test
  void everyThresholdGivesTheRowsOfItsOwnDetector() {
    Series series = RandomSeries.of(RandomSeries.Shape.DAILY, new Random(12), 400, true);
    ScoringBatch[] batches = RandomSeries.batches(series, 60, 90, 105);
    ThresholdSweep sweep = spec(1, false).newSweep();
    DetectionColumns swept = new DetectionColumns();
    swept.reset(series.size() - 60, 2, 0);
    sweep.describe(series, SeasonalityGroups.NONE, batches, swept);
    for (double threshold : new double[] {3.0, 0.5, 7.25, 3.0}) {
      AutoregSpec spec = spec(threshold, false);
      DetectionColumns expected =
          ColumnsAssert.score(spec, spec.newDetector(), series, SeasonalityGroups.NONE, batches);
      sweep.judge(threshold, swept);
      new ColumnsAssert(spec, 0, "threshold " + threshold)
          .sameRows(expected, 0, swept, expected.size());
    }
  }

  @Test
  void clampingDetectorCannotBeSwept() {
    AutoregSpec spec = spec(3, true);
    assertThrows(IllegalStateException.class, spec::newSweep);
  }

  private static AutoregSpec spec(double threshold, boolean clamp) {
    return new AutoregSpec(4, 100, threshold, 20, InputType.VALUES, clamp);
  }

  static AutoregSpec randomSpec(Random random) {
    int lags = 1 + random.nextInt(6);
    int window = 20 + random.nextInt(random.nextBoolean() ? 40 : 140);
    return new AutoregSpec(
        lags,
        window,
        1.5 + 2 * random.nextDouble(),
        2 * lags + 4 + random.nextInt(8),
        random.nextBoolean() ? InputType.VALUES : InputType.ABSOLUTE_CHANGES,
        random.nextBoolean());
  }

  @Test
  void aLineIsPredictedAndAJumpIsFlagged() {
    double[] values = new double[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 + 2 * i + (i % 2 == 0 ? 0.1 : -0.1);
    }
    values[50] += 30;
    DetectionColumns out = scoreAll(new AutoregSpec(2, 30, 3, 10, InputType.VALUES, true), values);
    assertEquals(DetectionColumns.NORMAL, out.verdict[49]);
    assertEquals(198, out.global[0][49], 0.5);
    assertEquals(DetectionColumns.ABOVE, out.verdict[50]);
    assertEquals(0, out.clampedInWindow[50]);
    assertEquals(1, out.clampedInWindow[51]);
  }

  @Test
  void aGapAmongTheLagsIsNotBridged() {
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3;
    }
    values[20] = Double.NaN;
    values[25] = Double.POSITIVE_INFINITY;
    DetectionColumns out = scoreAll(new AutoregSpec(2, 20, 3, 5, InputType.VALUES, false), values);
    assertEquals(DetectionColumns.MISSING_LAGS, out.verdict[1]);
    assertEquals(DetectionColumns.INSUFFICIENT_DATA, out.verdict[2]);
    assertEquals(DetectionColumns.MISSING_DATA, out.verdict[20]);
    assertEquals(DetectionColumns.MISSING_LAGS, out.verdict[21]);
    assertEquals(DetectionColumns.MISSING_LAGS, out.verdict[22]);
    assertEquals(17, out.windowSize[23], "rows 3 to 19; the window reaches 20 rows back");
    assertEquals(DetectionColumns.ABOVE, out.verdict[25]);
    assertEquals(DetectionColumns.MISSING_LAGS, out.verdict[26]);
  }

  @Test
  void constantValuesAreNormal() {
    double[] values = new double[80];
    Arrays.fill(values, 42.1);
    DetectionColumns out = scoreAll(new AutoregSpec(5, 40, 3, 30, InputType.VALUES, true), values);
    for (int row = 40; row < values.length; row++) {
      assertEquals(DetectionColumns.NORMAL, out.verdict[row]);
      assertEquals(42.1, out.global[0][row], 1e-12);
    }
  }

  /** Takes a minute and a half when each window is passed over. */
  @Test
  @Timeout(30)
  void aSeriesThatIsStuckIsScoredInNoTime() {
    int rows = 150_000;
    double[] values = new double[rows];
    long[] times = new long[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = i < 1000 ? 50 + i % 7 : 42.1;
      times[i] = 60_000L * i;
    }
    AutoregSpec spec = new AutoregSpec(5, 100_000, 3, 30, InputType.VALUES, false);
    DetectionColumns out =
        ColumnsAssert.score(
            spec,
            spec.newDetector(),
            new Series(times, values, rows),
            SeasonalityGroups.NONE,
            new ScoringBatch(0, 90_000, rows));
    for (int i = 20_000; i < out.size(); i++) {
      assertEquals(DetectionColumns.NORMAL, out.verdict[i]);
      assertEquals(42.1, out.global[0][i], 1e-12);
    }
  }

  private static DetectionColumns scoreAll(AutoregSpec spec, double[] values) {
    Series series = new Series(new long[values.length], values, values.length);
    return ColumnsAssert.score(
        spec,
        spec.newDetector(),
        series,
        SeasonalityGroups.NONE,
        new ScoringBatch(0, 0, values.length));
  }
}
