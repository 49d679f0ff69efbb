package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

final class AutoregDetector implements Detector {

  AutoregDetector(AutoregSpec spec) {}

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    throw new IllegalStateException("under construction");
  }
}
