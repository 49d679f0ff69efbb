package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/**
 * Scores datapoints against their own history. Not thread-safe: one detector per task, created by
 * {@link DetectorSpec#newDetector()}; it may keep working memory between calls, never results.
 */
public interface Detector {

  /**
   * Scores the rows of all batches.
   *
   * @param series rows with their context; not modified
   * @param groups seasonality keys of the same rows, or {@link SeasonalityGroups#NONE}
   * @param batches adjacent batches in time order; see {@link ScoringBatch}
   * @param out receives the verdict of row {@code r} at index {@code r - batches[0].from()}; must
   *     have been {@linkplain DetectionColumns#reset reset} for this detector
   */
  void score(Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out);
}
