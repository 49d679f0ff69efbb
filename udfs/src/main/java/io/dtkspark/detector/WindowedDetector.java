package io.dtkspark.detector;

import io.dtkspark.rolling.WeightTable;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;

/**
 * Compares each row with the statistics of the rows before it: MAD, Z-Score and IQR.
 *
 * <p>Batches are scored in one continuous pass: the window slides over their borders, and only its
 * left edge is held back to where the batch's context begins. Detectors whose rows depend on the
 * border (see {@link DetectorSpec#restartsAtBatch()}) start afresh at the context of each batch.
 */
final class WindowedDetector implements Detector {

  private final WindowedSpec spec;
  private final Preprocessing preprocessing;
  private final WeightTable weights;
  private final TrailingWindow window;
  private final EffectiveSamples effectiveSamples;
  private final TrendSlope trend;
  private final WindowStatistics statistics;
  private final SeasonalAdjustment seasonality;
  private final Bounds bounds;
  private final ClampedHistory history = new ClampedHistory();
  private final DetectionColumns warmUp = new DetectionColumns();
  private final double[] global;
  private final double[] adjusted;

  WindowedDetector(WindowedSpec spec) {
    this.spec = spec;
    preprocessing = new Preprocessing(spec.smoothing(), spec.inputType());
    weights = new WeightTable(spec.weights(), spec.windowSize());
    effectiveSamples = new EffectiveSamples(weights);
    boolean moments = spec.statistic() == WindowedSpec.Statistic.ZSCORE;
    boolean plain = weights.isUniform() && !spec.detrend();
    window = new TrailingWindow(spec.detrend() || !(moments || plain));
    trend = new TrendSlope(window, weights);
    if (moments) {
      statistics = new MomentStatistics(window, weights);
    } else if (plain) {
      statistics = new SortedStatistics(spec.statistic());
    } else {
      statistics = new OrderedStatistics(spec.statistic(), window, weights);
    }
    seasonality = new SeasonalAdjustment(spec.statistic(), statistics, spec.minSamplesPerGroup());
    bounds = new Bounds(spec.statistic(), spec.threshold());
    global = new double[spec.statistics().size()];
    adjusted = new double[global.length];
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    warmUp.reset(1, global.length, groups.components());
    int first = 0;
    while (first < batches.length) {
      int end = spec.restartsAtBatch() ? first + 1 : batches.length;
      begin(series, groups, batches[first].contextFrom(), batches[end - 1].to());
      int row = batches[first].contextFrom();
      for (int b = first; b < end; b++) {
        weights.fit(series.epochMillis(), batches[b].contextFrom(), batches[b].to());
        row = scoreBatch(row, batches[b], out, batches[0].from());
      }
      first = end;
    }
  }

  private void begin(Series series, SeasonalityGroups groups, int from, int to) {
    preprocessing.prepare(series.values(), from, to);
    if (spec.clamp()) {
      history.begin(preprocessing.processed(), from, to);
    }
    window.clear();
    statistics.begin(windowValues(), groups);
  }

  private double[] windowValues() {
    return spec.clamp() ? history.values() : preprocessing.processed();
  }

  /**
   * Scores the rows of a batch.
   *
   * @param firstRow the first row that has not entered the window yet; context rows only enter, but
   *     are judged when their verdicts decide what later windows see
   * @return the first row after the batch
   */
  private int scoreBatch(int firstRow, ScoringBatch batch, DetectionColumns out, int origin) {
    int firstUsable = preprocessing.firstUsable(batch);
    for (int row = firstRow; row < batch.to(); row++) {
      boolean wanted = row >= batch.from();
      int from = Math.max(firstUsable, row - spec.windowSize());
      dropBefore(from);
      if (wanted || spec.clamp()) {
        DetectionColumns target = wanted ? out : warmUp;
        int index = wanted ? row - origin : 0;
        judge(row, from, row >= firstUsable, target, index);
        settle(row, target, index);
      }
      enter(row);
    }
    return batch.to();
  }

  private void dropBefore(int from) {
    while (window.startsBefore(from)) {
      int oldest = window.from();
      statistics.remove(window.rows()[oldest], window.values()[oldest]);
      window.removeOldest();
    }
  }

  private void enter(int row) {
    double value = windowValues()[row];
    if (!Double.isNaN(value)) {
      window.add(row, value);
      statistics.add(row, value);
    }
  }

  /** Judges one row against the window, which holds the valid rows from {@code from} on. */
  private void judge(int row, int from, boolean usable, DetectionColumns out, int i) {
    double value = usable ? preprocessing.processed()[row] : Double.NaN;
    out.processed[i] = value;
    out.smoothed[i] = preprocessing.smoothed()[row];
    out.windowSize[i] = window.size();
    if (Double.isNaN(value)) {
      out.verdict[i] = DetectionColumns.MISSING_DATA;
    } else if (window.size() < spec.minSamples()) {
      out.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
    } else {
      describe(row, from, out, i);
      bounds.set(adjusted);
      compare(value, out, i);
    }
  }

  private void describe(int row, int from, DetectionColumns out, int i) {
    double slope = spec.detrend() ? trend.estimate(row) : 0.0;
    statistics.ofWindow(row, slope, global);
    System.arraycopy(global, 0, adjusted, 0, global.length);
    seasonality.apply(row, slope, global, adjusted, out, i);
    for (int s = 0; s < global.length; s++) {
      out.global[s][i] = global[s];
      out.adjusted[s][i] = adjusted[s];
    }
    out.slope[i] = slope;
    if (!weights.isUniform()) {
      out.effectiveSamples[i] = effectiveSamples.of(window, row);
    }
    if (spec.clamp()) {
      out.clampedInWindow[i] = history.clampedBetween(from, row);
    }
  }

  private void compare(double value, DetectionColumns out, int i) {
    out.lower[i] = bounds.lower();
    out.upper[i] = bounds.upper();
    if (value < bounds.lower()) {
      out.verdict[i] = DetectionColumns.BELOW;
      out.distance[i] = bounds.lower() - value;
    } else if (value > bounds.upper()) {
      out.verdict[i] = DetectionColumns.ABOVE;
      out.distance[i] = value - bounds.upper();
    } else {
      out.verdict[i] = DetectionColumns.NORMAL;
      return;
    }
    out.severity[i] = bounds.severity(out.distance[i], adjusted);
  }

  private void settle(int row, DetectionColumns judged, int i) {
    if (!spec.clamp()) {
      return;
    }
    switch (judged.verdict[i]) {
      case DetectionColumns.BELOW -> history.clamp(row, judged.lower[i]);
      case DetectionColumns.ABOVE -> history.clamp(row, judged.upper[i]);
      default -> history.keep(row);
    }
  }
}
