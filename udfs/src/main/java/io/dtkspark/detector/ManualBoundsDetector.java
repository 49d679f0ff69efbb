package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

final class ManualBoundsDetector implements Detector {

  ManualBoundsDetector(ManualBoundsSpec spec) {}

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    throw new IllegalStateException("under construction");
  }
}
