package io.dtkspark.detector;

import io.dtkspark.rolling.SlidingRange;
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
final class AutoregDetector implements Detector, ThresholdSweep {

  private final AutoregSpec spec;
  private final Preprocessing preprocessing;
  private final AutoregModel model;
  private final ClampedHistory history = new ClampedHistory();
  private final SlidingRange observed = new SlidingRange();
  private final DetectionColumns context = new DetectionColumns();

  AutoregDetector(AutoregSpec spec) {
    this(spec, new AutoregModel(spec.lags(), spec.windowSize()));
  }

  AutoregDetector(AutoregSpec spec, AutoregModel model) {
    this.spec = spec;
    this.model = model;
    preprocessing = new Preprocessing(Smoothing.NONE, spec.inputType());
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
    if (spec.clamp()) {
      context.reset(1, spec.statistics().size(), 0);
      for (ScoringBatch batch : batches) {
        begin(series, batch.contextFrom(), batch.to());
        scoreClamping(batch, out, origin);
      }
      return;
    }
    int row = batches[0].contextFrom();
    begin(series, row, batches[batches.length - 1].to());
    for (ScoringBatch batch : batches) {
      for (; row < batch.to(); row++) {
        if (row >= batch.from()) {
          describe(row, preprocessing.firstUsable(batch), out, row - origin);
        }
        model.rows().add();
      }
    }
  }

  @Override
  public void judge(double threshold, DetectionColumns out) {
    for (int i = 0; i < out.size(); i++) {
      if (out.verdict[i] >= DetectionColumns.NORMAL) {
        judge(threshold, out, i);
      }
    }
  }

  private void begin(Series series, int from, int to) {
    preprocessing.prepare(series.values(), from, to);
    double[] values = preprocessing.processed();
    if (spec.clamp()) {
      history.begin(values, from, to);
      observed.begin(values, from, to);
      values = history.values();
    }
    model.begin(values, series.epochMillis(), from, to);
  }

  /** Rows of the context are judged too: what they are clamped to decides what later rows see. */
  private void scoreClamping(ScoringBatch batch, DetectionColumns out, int origin) {
    int firstUsable = preprocessing.firstUsable(batch);
    for (int row = batch.contextFrom(); row < batch.to(); row++) {
      boolean wanted = row >= batch.from();
      DetectionColumns target = wanted ? out : context;
      int i = wanted ? row - origin : 0;
      describe(row, firstUsable, target, i);
      if (target.verdict[i] == DetectionColumns.NORMAL) {
        int oldest = fitFrom(row, firstUsable) - spec.lags();
        target.clampedInWindow[i] = history.clampedBetween(oldest, row);
        judge(spec.threshold(), target, i);
        settle(row, oldest, target, i);
      } else {
        history.keep(row);
      }
      model.rows().add();
    }
  }

  private int fitFrom(int row, int firstUsable) {
    return Math.max(firstUsable + spec.lags(), row - spec.windowSize());
  }

  /** Fills in all but the judgement; rows that can be judged come out as normal. */
  private void describe(int row, int firstUsable, DetectionColumns out, int i) {
    double value = row >= firstUsable ? preprocessing.processed()[row] : Double.NaN;
    out.processed[i] = value;
    if (Double.isNaN(value)) {
      out.verdict[i] = DetectionColumns.MISSING_DATA;
      return;
    }
    if (row - firstUsable < spec.lags() || !model.rows().hasLags(row)) {
      out.verdict[i] = DetectionColumns.MISSING_LAGS;
      return;
    }
    int fitFrom = fitFrom(row, firstUsable);
    int fitted = model.rows().completeBetween(fitFrom, row);
    out.windowSize[i] = fitted;
    if (fitted < spec.minSamples()) {
      out.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
      return;
    }
    model.fit(fitFrom, row, fitted);
    out.global[0][i] = model.predict(row);
    out.global[1][i] = model.sigma();
    out.verdict[i] = DetectionColumns.NORMAL;
  }

  private static void judge(double threshold, DetectionColumns out, int i) {
    double value = out.processed[i];
    double sigma = out.global[1][i];
    out.lower[i] = out.global[0][i] - threshold * sigma;
    out.upper[i] = out.global[0][i] + threshold * sigma;
    if (value < out.lower[i]) {
      out.verdict[i] = DetectionColumns.BELOW;
      out.distance[i] = out.lower[i] - value;
    } else if (value > out.upper[i]) {
      out.verdict[i] = DetectionColumns.ABOVE;
      out.distance[i] = value - out.upper[i];
    } else {
      out.verdict[i] = DetectionColumns.NORMAL;
      return;
    }
    out.severity[i] = sigma > 0 ? out.distance[i] / sigma : Double.POSITIVE_INFINITY;
  }

  private void settle(int row, int oldest, DetectionColumns judged, int i) {
    switch (judged.verdict[i]) {
      case DetectionColumns.BELOW -> history.clamp(row, limit(judged.lower[i], oldest, row));
      case DetectionColumns.ABOVE -> history.clamp(row, limit(judged.upper[i], oldest, row));
      default -> history.keep(row);
    }
  }

  /**
   * Keeps a bound within the observed values of the window, so that the bound of a poor fit cannot
   * grow from fit to fit.
   */
  private double limit(double bound, int oldest, int row) {
    if (!observed.over(oldest, row)) {
      return bound;
    }
    return Math.min(Math.max(bound, observed.least()), observed.greatest());
  }
}
