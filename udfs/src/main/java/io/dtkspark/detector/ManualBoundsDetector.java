package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/** Compares each row with fixed bounds; no history but the row before, for changes. */
final class ManualBoundsDetector implements Detector {

  private final ManualBoundsSpec spec;
  private final Preprocessing preprocessing;

  ManualBoundsDetector(ManualBoundsSpec spec) {
    this.spec = spec;
    preprocessing = new Preprocessing(Smoothing.NONE, spec.inputType());
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    if (batches.length == 0) {
      return;
    }
    ScoringBatch last = batches[batches.length - 1];
    preprocessing.prepare(series.values(), batches[0].contextFrom(), last.to());
    int origin = batches[0].from();
    for (ScoringBatch batch : batches) {
      for (int row = batch.from(); row < batch.to(); row++) {
        boolean usable = row >= preprocessing.firstUsable(batch);
        judge(usable ? preprocessing.processed()[row] : Double.NaN, out, row - origin);
      }
    }
  }

  /** Comparisons with a bound that is not set are false. */
  private void judge(double value, DetectionColumns out, int i) {
    out.processed[i] = value;
    if (Double.isNaN(value)) {
      out.verdict[i] = DetectionColumns.MISSING_DATA;
      return;
    }
    out.lower[i] = spec.lower();
    out.upper[i] = spec.upper();
    if (value > spec.upper()) {
      flag(DetectionColumns.ABOVE, value - spec.upper(), out, i);
    } else if (value < spec.lower()) {
      flag(DetectionColumns.BELOW, spec.lower() - value, out, i);
    } else {
      out.verdict[i] = DetectionColumns.NORMAL;
    }
  }

  /** Severity is relative to the width of the interval when both bounds are set. */
  private void flag(byte verdict, double distance, DetectionColumns out, int i) {
    double width = spec.upper() - spec.lower();
    out.verdict[i] = verdict;
    out.distance[i] = distance;
    out.severity[i] = Double.isNaN(width) ? distance : distance / width;
  }
}
