package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/**
 * Scores the same rows with any number of thresholds: centre and spread do not depend on the
 * threshold and are computed once, a threshold then costs a few operations per row.
 *
 * <p>{@code describe} followed by {@code judge(t, out)} gives the rows of the same detector with
 * threshold {@code t}. Not for detectors that clamp: there the threshold decides what windows see.
 */
public interface ThresholdSweep {

  /** Computes everything but the verdicts; arguments as in {@link Detector#score}. */
  void describe(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out);

  /** Judges the rows just described; call it as often as wanted. */
  void judge(double threshold, DetectionColumns out);
}
