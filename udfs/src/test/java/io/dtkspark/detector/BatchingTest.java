package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What batches and calls may change and what not. */
class BatchingTest {

  private static final int ROUNDS = 40;
  private static final int ROWS = 260;

  /** Chunks of a run are scored by different tasks, each reading only its own rows. */
  @ParameterizedTest
  @EnumSource
  void separateCallsAlongTheBatchGridGiveTheSameRows(RandomSeries.Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      DetectorSpec spec = randomSpec(random);
      Series series = RandomSeries.of(shape, random, ROWS, random.nextBoolean());
      SeasonalityGroups groups = RandomSeries.groups(random, ROWS);
      ScoringBatch[] batches =
          RandomSeries.batches(
              series, random.nextInt(90), 5 + random.nextInt(40), spec.contextSize());
      DetectionColumns whole =
          ColumnsAssert.score(spec, spec.newDetector(), series, groups, batches);
      int cut = 1 + random.nextInt(batches.length);
      int offset = 0;
      Detector detector = spec.newDetector();
      for (int first = 0; first < batches.length; first += cut) {
        ScoringBatch[] part =
            Arrays.copyOfRange(batches, first, Math.min(first + cut, batches.length));
        DetectionColumns rows = scoreAlone(spec, detector, series, groups, part);
        new ColumnsAssert(spec, 0, "round " + round).sameRows(whole, offset, rows, rows.size());
        offset += rows.size();
      }
      assertEquals(whole.size(), offset);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAbsentRowsTheLayoutDoesNotMatterUnlessTheDetectorRestarts(RandomSeries.Shape shape) {
    Random random = new Random(shape.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      DetectorSpec spec = randomSpec(random);
      if (spec.restartsAtBatch()) {
        continue;
      }
      Series series = RandomSeries.of(shape, random, ROWS, false);
      SeasonalityGroups groups = RandomSeries.groups(random, ROWS);
      int from = random.nextInt(90);
      DetectionColumns expected =
          ColumnsAssert.score(
              spec,
              spec.newDetector(),
              series,
              groups,
              RandomSeries.batches(series, from, ROWS, spec.contextSize()));
      DetectionColumns actual =
          ColumnsAssert.score(
              spec,
              spec.newDetector(),
              series,
              groups,
              RandomSeries.batches(series, from, 2 + random.nextInt(50), spec.contextSize()));
      new ColumnsAssert(spec, 0, "round " + round).sameRows(expected, 0, actual, ROWS - from);
    }
  }

  @Test
  void rowsBeforeTheContextAreInvisible() {
    WindowedSpec spec = spec(InputType.VALUES);
    double[] values = {1, 1, 1, 1, 9, 9, 9, 9, 9, 1};
    Series series = new Series(new long[10], values, 10);
    DetectionColumns out =
        ColumnsAssert.score(
            spec,
            spec.newDetector(),
            series,
            SeasonalityGroups.NONE,
            new ScoringBatch(0, 4, 9),
            new ScoringBatch(6, 9, 10));
    assertEquals(4, out.windowSize[0]);
    assertEquals(8, out.windowSize[4]);
    assertEquals(3, out.windowSize[5], "the window is cut where the context begins");
    assertEquals(9.0, out.global[0][5]);
  }

  @Test
  void theFirstRowOfTheContextHasNoChange() {
    WindowedSpec spec = spec(InputType.ABSOLUTE_CHANGES);
    double[] values = {1, 2, 4, 7, 11, 16, 22, 29};
    Series series = new Series(new long[8], values, 8);
    DetectionColumns out =
        ColumnsAssert.score(
            spec,
            spec.newDetector(),
            series,
            SeasonalityGroups.NONE,
            new ScoringBatch(0, 4, 6),
            new ScoringBatch(6, 6, 8));
    assertEquals(3, out.windowSize[0], "row 0 counts as a gap");
    assertEquals(DetectionColumns.MISSING_DATA, out.verdict[2], "row 6 starts its own context");
    assertEquals(DetectionColumns.INSUFFICIENT_DATA, out.verdict[3]);
    assertEquals(0, out.windowSize[3]);
  }

  private static WindowedSpec spec(InputType inputType) {
    return new WindowedSpec(
        WindowedSpec.Statistic.MAD,
        3,
        8,
        2,
        2,
        inputType,
        Smoothing.NONE,
        WindowWeights.UNIFORM,
        false,
        false);
  }

  private static DetectorSpec randomSpec(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> AutoregDetectorTest.randomSpec(random);
      case 1 -> new ManualBoundsSpec(0, 50, InputType.CHANGES);
      default -> WindowedDetectorTest.randomSpec(random);
    };
  }

  /** Scores batches with a series that holds nothing but their own rows. */
  private static DetectionColumns scoreAlone(
      DetectorSpec spec,
      Detector detector,
      Series series,
      SeasonalityGroups groups,
      ScoringBatch[] batches) {
    int from = batches[0].contextFrom();
    int to = batches[batches.length - 1].to();
    Series rows =
        new Series(
            Arrays.copyOfRange(series.epochMillis(), from, to),
            Arrays.copyOfRange(series.values(), from, to),
            to - from);
    int[][] keys = new int[groups.components()][];
    Arrays.setAll(keys, c -> Arrays.copyOfRange(groups.keyOfRow()[c], from, to));
    ScoringBatch[] shifted = new ScoringBatch[batches.length];
    Arrays.setAll(
        shifted,
        b ->
            new ScoringBatch(
                batches[b].contextFrom() - from, batches[b].from() - from, batches[b].to() - from));
    return ColumnsAssert.score(
        spec, detector, rows, new SeasonalityGroups(keys, groups.keyCount()), shifted);
  }
}
