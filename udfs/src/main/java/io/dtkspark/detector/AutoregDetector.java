package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/**
 * Compares each row with its prediction from the rows just before it, in units of the residuals of
 * the same model over the window. The model is fitted anew for every row. Seasonality is not
 * supported and ignored.
 *
 * <p>Batches are scored in one pass, or each from its own context when clamping; see {@link
 * WindowedDetector}.
 */
final class AutoregDetector implements Detector {

  private final AutoregSpec spec;
  private final Preprocessing preprocessing;
  private final AutoregModel model;
  private final ClampedHistory history = new ClampedHistory();
  private final DetectionColumns warmUp = new DetectionColumns();
  private int[] finiteRun = new int[0];
  private int firstRow;

  AutoregDetector(AutoregSpec spec) {
    this.spec = spec;
    preprocessing = new Preprocessing(Smoothing.NONE, spec.inputType());
    model = new AutoregModel(spec.lags());
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    warmUp.reset(1, spec.statistics().size(), 0);
    int first = 0;
    while (first < batches.length) {
      int end = spec.restartsAtBatch() ? first + 1 : batches.length;
      int row = batches[first].contextFrom();
      begin(series, row, batches[end - 1].to());
      for (int b = first; b < end; b++) {
        row = scoreBatch(row, batches[b], out, batches[0].from());
      }
      first = end;
    }
  }

  private void begin(Series series, int from, int to) {
    firstRow = from;
    preprocessing.prepare(series.values(), from, to);
    if (spec.clamp()) {
      history.begin(preprocessing.processed(), from, to);
    }
    if (finiteRun.length < to) {
      finiteRun = new int[to + to / 2];
    }
  }

  private double[] modelValues() {
    return spec.clamp() ? history.values() : preprocessing.processed();
  }

  private int scoreBatch(int nextRow, ScoringBatch batch, DetectionColumns out, int origin) {
    int firstUsable = preprocessing.firstUsable(batch);
    for (int row = nextRow; row < batch.to(); row++) {
      boolean wanted = row >= batch.from();
      if (wanted || spec.clamp()) {
        DetectionColumns target = wanted ? out : warmUp;
        int index = wanted ? row - origin : 0;
        int fitFrom = Math.max(firstUsable + spec.lags(), row - spec.windowSize());
        judge(row, firstUsable, fitFrom, target, index);
        settle(row, fitFrom, target, index);
      }
      extendRun(row);
    }
    return batch.to();
  }

  private void extendRun(int row) {
    boolean finite = Math.abs(modelValues()[row]) <= Double.MAX_VALUE;
    int before = row > firstRow ? finiteRun[row - 1] : 0;
    finiteRun[row] = finite ? before + 1 : 0;
  }

  private void judge(int row, int firstUsable, int fitFrom, DetectionColumns out, int i) {
    double value = row >= firstUsable ? preprocessing.processed()[row] : Double.NaN;
    out.processed[i] = value;
    if (Double.isNaN(value)) {
      out.verdict[i] = DetectionColumns.MISSING_DATA;
    } else if (row - firstUsable < spec.lags() || finiteRun[row - 1] < spec.lags()) {
      out.verdict[i] = DetectionColumns.MISSING_LAGS;
    } else {
      int fitted = model.collect(modelValues(), finiteRun, fitFrom, row);
      out.windowSize[i] = fitted;
      if (fitted < spec.minSamples()) {
        out.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
      } else {
        model.fit(modelValues(), finiteRun, fitFrom, row, fitted);
        if (spec.clamp()) {
          out.clampedInWindow[i] = history.clampedBetween(fitFrom - spec.lags(), row);
        }
        compare(value, model.predict(modelValues(), row), out, i);
      }
    }
  }

  private void compare(double value, double prediction, DetectionColumns out, int i) {
    double sigma = model.sigma();
    double lower = prediction - spec.threshold() * sigma;
    double upper = prediction + spec.threshold() * sigma;
    out.global[0][i] = prediction;
    out.global[1][i] = sigma;
    out.lower[i] = lower;
    out.upper[i] = upper;
    if (value < lower) {
      out.verdict[i] = DetectionColumns.BELOW;
      out.distance[i] = lower - value;
    } else if (value > upper) {
      out.verdict[i] = DetectionColumns.ABOVE;
      out.distance[i] = value - upper;
    } else {
      out.verdict[i] = DetectionColumns.NORMAL;
      return;
    }
    out.severity[i] = sigma > 0 ? out.distance[i] / sigma : Double.POSITIVE_INFINITY;
  }

  private void settle(int row, int fitFrom, DetectionColumns judged, int i) {
    if (!spec.clamp()) {
      return;
    }
    switch (judged.verdict[i]) {
      case DetectionColumns.BELOW -> history.clamp(row, limit(judged.lower[i], fitFrom, row));
      case DetectionColumns.ABOVE -> history.clamp(row, limit(judged.upper[i], fitFrom, row));
      default -> history.keep(row);
    }
  }

  /**
   * Keeps a bound within the observed values of the window, so that the bound of a poor fit cannot
   * grow from fit to fit.
   */
  private double limit(double bound, int fitFrom, int row) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int r = fitFrom - spec.lags(); r < row; r++) {
      double value = preprocessing.processed()[r];
      if (Math.abs(value) <= Double.MAX_VALUE) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return min <= max ? Math.min(Math.max(bound, min), max) : bound;
  }
}
