package io.dtkspark.detector;

import io.dtkspark.rolling.RowPriority;
import io.dtkspark.rolling.WeightTable;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/**
 * Compares each row with the statistics of the rows before it: MAD, Z-Score and IQR.
 *
 * <p>Batches are scored in as few passes as possible: the window slides over their borders, and
 * only its left edge is held back to where the batch's context begins. Detectors whose rows depend
 * on the border (see {@link DetectorSpec#restartsAtBatch()}) start afresh at the context of each
 * batch, and so does every pass when a half-life given as a duration comes out differently.
 *
 * <p>Memory: 8 bytes per row of the call, the columns, and the window's structure.
 */
final class WindowedDetector implements Detector, ThresholdSweep {

  private final WindowedSpec spec;
  private final Preprocessing preprocessing;
  private final WeightTable weights;
  private final RowPriority priority = new RowPriority();
  private final WindowRows rows = new WindowRows();
  private final Interval interval;
  private final StatisticColumns columns;
  private final ClampedPass clampedPass;

  WindowedDetector(WindowedSpec spec) {
    this.spec = spec;
    preprocessing = new Preprocessing(spec.smoothing(), spec.inputType());
    weights = new WeightTable(spec.weights(), spec.windowSize());
    interval = new Interval(spec.statistic());
    RollingFactory factory = new RollingFactory(spec, weights, priority);
    columns = spec.clamp() ? null : new StatisticColumns(spec, factory);
    clampedPass = spec.clamp() ? new ClampedPass(spec, factory) : null;
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    describe(series, groups, batches, out);
    if (!spec.clamp()) {
      judge(spec.threshold(), out);
    }
  }

  @Override
  public void describe(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    int origin = batches[0].from();
    int first = 0;
    while (first < batches.length) {
      weights.fit(series.epochMillis(), batches[first].contextFrom(), batches[first].to());
      int end = endOfPass(series, batches, first);
      prepare(series, batches, first, end);
      if (spec.clamp()) {
        markMissing(batches[first], out, origin);
        clampedPass.score(rows, preprocessing.processed(), groups, batches[first], out, origin);
      } else {
        markMissing(new ScoringBatch(0, batches[first].from(), batches[end - 1].to()), out, origin);
        markUsable(batches[first].from(), out, origin);
        columns.fill(rows, preprocessing.processed(), groups, batches[first].from(), out, origin);
      }
      first = end;
    }
  }

  @Override
  public void judge(double threshold, DetectionColumns out) {
    for (int i = 0; i < out.size(); i++) {
      if (out.verdict[i] >= DetectionColumns.NORMAL) {
        interval.judge(threshold, out, i);
      }
    }
  }

  private int endOfPass(Series series, ScoringBatch[] batches, int first) {
    int end = first + 1;
    while (!spec.restartsAtBatch()
        && end < batches.length
        && weights.fits(series.epochMillis(), batches[end].contextFrom(), batches[end].to())) {
      end++;
    }
    return end;
  }

  private void prepare(Series series, ScoringBatch[] batches, int first, int end) {
    int to = batches[end - 1].to();
    preprocessing.prepare(series.values(), batches[first].contextFrom(), to);
    priority.prepare(series.epochMillis(), batches[first].contextFrom(), to);
    rows.begin(to);
    for (int b = first; b < end; b++) {
      int from = b == first ? batches[b].contextFrom() : batches[b].from();
      int firstUsable = preprocessing.firstUsable(batches[b]);
      rows.add(preprocessing.processed(), from, batches[b].to(), firstUsable, spec.windowSize());
    }
  }

  /** Marks all wanted rows as missing; those that have a value are marked otherwise later. */
  private void markMissing(ScoringBatch batch, DetectionColumns out, int origin) {
    for (int row = batch.from(); row < batch.to(); row++) {
      out.verdict[row - origin] = DetectionColumns.MISSING_DATA;
      out.processed[row - origin] = Double.NaN;
      out.smoothed[row - origin] = preprocessing.smoothed()[row];
    }
  }

  /** Tells rows whose window is large enough from those that cannot be scored. */
  private void markUsable(int from, DetectionColumns out, int origin) {
    int oldest = 0;
    for (int k = 0; k < rows.size(); k++) {
      int row = rows.rows()[k];
      while (rows.rows()[oldest] < rows.windowFrom(row)) {
        oldest++;
      }
      if (row >= from) {
        int i = row - origin;
        out.processed[i] = preprocessing.processed()[row];
        out.windowSize[i] = k - oldest;
        out.verdict[i] =
            k - oldest < spec.minSamples()
                ? DetectionColumns.INSUFFICIENT_DATA
                : DetectionColumns.NORMAL;
      }
    }
  }
}
