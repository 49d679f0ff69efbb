package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import org.junit.jupiter.api.Test;

class ManualBoundsDetectorTest {

  private static final double NAN = Double.NaN;

  @Test
  void severityIsRelativeToTheIntervalWhenBothBoundsAreSet() {
    DetectionColumns out =
        score(new ManualBoundsSpec(10, 20, InputType.VALUES), 9, 10, 20, 25, NAN);
    assertEquals(DetectionColumns.BELOW, out.verdict[0]);
    assertEquals(1, out.distance[0]);
    assertEquals(0.1, out.severity[0]);
    assertEquals(DetectionColumns.NORMAL, out.verdict[1]);
    assertEquals(DetectionColumns.NORMAL, out.verdict[2]);
    assertEquals(DetectionColumns.ABOVE, out.verdict[3]);
    assertEquals(0.5, out.severity[3]);
    assertEquals(DetectionColumns.MISSING_DATA, out.verdict[4]);
  }

  @Test
  void severityIsTheDistanceWhenOneBoundIsSet() {
    DetectionColumns out = score(new ManualBoundsSpec(NAN, 20, InputType.VALUES), -1e9, 23);
    assertEquals(DetectionColumns.NORMAL, out.verdict[0]);
    assertEquals(DetectionColumns.ABOVE, out.verdict[1]);
    assertEquals(3, out.severity[1]);
  }

  @Test
  void boundsAreReportedForScoredRowsOnly() {
    DetectionColumns out = score(new ManualBoundsSpec(10, NAN, InputType.VALUES), 11, NAN);
    assertEquals(10, out.lower[0]);
    assertEquals(NAN, out.upper[0]);
    assertEquals(NAN, out.lower[1]);
  }

  @Test
  void changesAreComparedWithTheRowBefore() {
    DetectionColumns out = score(new ManualBoundsSpec(-1, 1, InputType.ABSOLUTE_CHANGES), 5, 5, 8);
    assertEquals(DetectionColumns.MISSING_DATA, out.verdict[0]);
    assertEquals(DetectionColumns.NORMAL, out.verdict[1]);
    assertEquals(DetectionColumns.ABOVE, out.verdict[2]);
    assertEquals(3, out.processed[2]);
  }

  private static DetectionColumns score(ManualBoundsSpec spec, double... values) {
    Series series = new Series(new long[values.length], values, values.length);
    return ColumnsAssert.score(
        spec,
        spec.newDetector(),
        series,
        SeasonalityGroups.NONE,
        new ScoringBatch(0, 0, values.length));
  }
}
