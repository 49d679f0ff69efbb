package io.dtkspark.autotune.search;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.ThresholdSweep;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.seasonality.SeasonalityGroups;

/**
 * A detector's pass over a whole series, which then judges any of the thresholds it serves. About
 * 100 bytes a row while it is kept.
 */
final class DetectPass {

  private final DetectionColumns columns = new DetectionColumns();

  /** Null when the detector clamps and therefore serves one threshold only. */
  private final ThresholdSweep sweep;

  private DetectPass(ThresholdSweep sweep) {
    this.sweep = sweep;
  }

  static DetectPass over(TuningSeries series, DetectorSpec spec, SeasonalityGroups groups) {
    ScoringBatch[] whole = {new ScoringBatch(0, 0, series.size())};
    DetectPass pass = new DetectPass(sweep(spec));
    pass.columns.reset(series.size(), spec.statistics().size(), groups.components());
    if (pass.sweep == null) {
      spec.newDetector().score(series.series(), groups, whole, pass.columns);
    } else {
      pass.sweep.describe(series.series(), groups, whole, pass.columns);
    }
    return pass;
  }

  /** The verdicts of a candidate of this pass. */
  Verdicts judge(DetectorSpec spec) {
    if (sweep != null) {
      sweep.judge(threshold(spec), columns);
    }
    return Verdicts.of(columns);
  }

  private static ThresholdSweep sweep(DetectorSpec spec) {
    if (spec instanceof WindowedSpec windowed && !windowed.clamp()) {
      return windowed.newSweep();
    }
    return spec instanceof AutoregSpec autoreg && !autoreg.clamp() ? autoreg.newSweep() : null;
  }

  private static double threshold(DetectorSpec spec) {
    return spec instanceof WindowedSpec windowed
        ? windowed.threshold()
        : ((AutoregSpec) spec).threshold();
  }
}
