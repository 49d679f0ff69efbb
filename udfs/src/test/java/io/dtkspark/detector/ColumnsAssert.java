package io.dtkspark.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/** Compares verdicts field by field, but only the fields that a verdict uses. */
final class ColumnsAssert {

  /** Beyond it the spread is rounding noise of the sums, and so is the severity. */
  private static final double NOISE_SEVERITY = 1e7;

  /** What sums of values of about a hundred may differ by; a spread can be smaller than that. */
  private static final double ROUNDING_NOISE = 1e-11;

  /**
   * A spread below it is rounding noise to clamped histories: bounds become values, so from the
   * first such row on they part, as they do in the original from processor to processor.
   */
  private static final double FEEDBACK_SPREAD = 1e-8;

  private final DetectorSpec spec;
  private final double tolerance;
  private final boolean feedback;
  private final String context;

  /**
   * @param tolerance relative to the number or the spread of its row; 0 asks for the same bits
   */
  ColumnsAssert(DetectorSpec spec, double tolerance, String context) {
    this.spec = spec;
    this.tolerance = tolerance;
    this.feedback = tolerance > 0 && spec instanceof WindowedSpec windowed && windowed.clamp();
    this.context = context + " " + spec;
  }

  static DetectionColumns score(
      DetectorSpec spec,
      Detector detector,
      Series series,
      SeasonalityGroups groups,
      ScoringBatch... batches) {
    DetectionColumns out = new DetectionColumns();
    int rows = batches[batches.length - 1].to() - batches[0].from();
    out.reset(rows, spec.statistics().size(), groups.components());
    detector.score(series, groups, batches, out);
    return out;
  }

  /** Compares {@code rows} rows, row {@code i} of one side with {@code i + offset} of the other. */
  void sameRows(DetectionColumns expected, int offset, DetectionColumns actual, int rows) {
    for (int i = 0; i < rows; i++) {
      if (feedback && hasNoSpread(expected, offset + i)) {
        return;
      }
      sameRow(expected, offset + i, actual, i);
    }
  }

  private boolean hasNoSpread(DetectionColumns columns, int row) {
    int spread = columns.adjusted.length - 1;
    return columns.verdict[row] >= DetectionColumns.NORMAL
        && !(columns.adjusted[spread][row] > FEEDBACK_SPREAD);
  }

  private void sameRow(DetectionColumns expected, int e, DetectionColumns actual, int a) {
    String where = context + " row " + a + ": ";
    byte verdict = expected.verdict[e];
    assertEquals(verdict, actual.verdict[a], where + "verdict");
    if (verdict == DetectionColumns.INSUFFICIENT_DATA || verdict >= DetectionColumns.NORMAL) {
      assertEquals(expected.windowSize[e], actual.windowSize[a], where + "window size");
    }
    same(where + "processed", expected.processed[e], actual.processed[a], 0);
    same(where + "lower", expected.lower[e], actual.lower[a], noise(expected, e));
    same(where + "upper", expected.upper[e], actual.upper[a], noise(expected, e));
    if (verdict >= DetectionColumns.NORMAL) {
      sameScore(where, expected, e, actual, a);
    }
  }

  private double noise(DetectionColumns columns, int row) {
    int statistics = columns.global.length;
    return statistics == 0 ? 0 : columns.global[statistics - 1][row];
  }

  private void sameScore(
      String where, DetectionColumns expected, int e, DetectionColumns actual, int a) {
    double noise = noise(expected, e);
    for (int s = 0; s < expected.global.length; s++) {
      same(where + "statistic", expected.global[s][e], actual.global[s][a], noise);
    }
    if (expected.verdict[e] != DetectionColumns.NORMAL) {
      same(where + "distance", expected.distance[e], actual.distance[a], noise);
      if (tolerance == 0 || Math.abs(expected.severity[e]) < NOISE_SEVERITY) {
        same(where + "severity", expected.severity[e], actual.severity[a], noise);
      }
    }
    if (spec instanceof WindowedSpec windowed) {
      sameWindowed(where, windowed, expected, e, actual, a);
    }
    if (spec instanceof AutoregSpec autoreg && autoreg.clamp()) {
      assertEquals(expected.clampedInWindow[e], actual.clampedInWindow[a], where + "clamped");
    }
  }

  private void sameWindowed(
      String where,
      WindowedSpec windowed,
      DetectionColumns expected,
      int e,
      DetectionColumns actual,
      int a) {
    for (int s = 0; s < expected.adjusted.length; s++) {
      same(where + "adjusted", expected.adjusted[s][e], actual.adjusted[s][a], noise(expected, e));
    }
    for (int c = 0; c < expected.groupSize.length; c++) {
      assertEquals(expected.groupSize[c][e], actual.groupSize[c][a], where + "group size");
      for (int s = 0; s < expected.adjusted.length; s++) {
        double multiplier = expected.multiplier[c][s][e];
        // Rounding noise divided by rounding noise is no multiplier to compare.
        double rounding = tolerance > 0 ? ROUNDING_NOISE / tolerance : 0;
        double noise =
            (1 + Math.abs(multiplier)) * (noise(expected, e) + rounding) / expected.global[s][e];
        same(where + "multiplier", multiplier, actual.multiplier[c][s][a], noise);
      }
    }
    same(where + "slope", expected.slope[e], actual.slope[a], 0);
    if (!windowed.weights().isUniform()) {
      same(where + "ess", expected.effectiveSamples[e], actual.effectiveSamples[a], 0);
    }
    if (windowed.smoothing().kind() != Smoothing.Kind.NONE) {
      same(where + "smoothed", expected.smoothed[e], actual.smoothed[a], 0);
    }
    if (windowed.clamp()) {
      assertEquals(expected.clampedInWindow[e], actual.clampedInWindow[a], where + "clamped");
    }
  }

  private void same(String what, double expected, double actual, double noise) {
    boolean equal = Double.compare(expected, actual) == 0;
    if (!equal && tolerance > 0) {
      double scale = Math.max(Math.abs(expected), Math.abs(noise));
      equal = Math.abs(expected - actual) <= Math.max(tolerance * scale, ROUNDING_NOISE);
    }
    assertTrue(equal, () -> what + " expected " + expected + " but was " + actual);
  }
}
