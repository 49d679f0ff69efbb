package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;
import java.util.Arrays;

/**
 * Scores a pass row by row when flagged rows enter later windows as the bound they violated: every
 * verdict decides what the next row sees, so all windows move together.
 */
final class ClampedPass {

  private final WindowedSpec spec;
  private final RollingFactory factory;
  private final Interval interval;
  private final RollingWindow plainWindow;
  private final RollingWindow seasonalWindow;
  private final RollingWindow trend;
  private final RollingWindow effectiveSamples;
  private final ClampedHistory history = new ClampedHistory();
  private final KeyedRows keyedRows = new KeyedRows();
  private final DetectionColumns context = new DetectionColumns();
  private final double[] statistics;
  private final double[] single = new double[1];
  private RollingWindow window;
  private RollingWindow[][] windowOfKey = new RollingWindow[0][];

  ClampedPass(WindowedSpec spec, RollingFactory factory) {
    this.spec = spec;
    this.factory = factory;
    interval = new Interval(spec.statistic());
    plainWindow = factory.window();
    seasonalWindow = factory.seasonalWindow();
    window = plainWindow;
    trend = factory.trend();
    effectiveSamples = factory.effectiveSamples();
    statistics = new double[spec.statistics().size()];
  }

  /**
   * Scores the rows from {@code batch.from()} on; context rows are judged as well but not kept.
   *
   * @param rows the rows of the batch and its context that have a value
   * @param processed values by row
   * @param out index 0 is row {@code origin}
   */
  void score(
      WindowRows rows,
      double[] processed,
      SeasonalityGroups groups,
      ScoringBatch batch,
      DetectionColumns out,
      int origin) {
    context.reset(1, statistics.length, groups.components());
    history.begin(processed, batch.contextFrom(), batch.to());
    begin(rows, groups);
    for (int row = batch.contextFrom(); row < batch.to(); row++) {
      if (window.hasNext() && window.row() == row) {
        boolean wanted = row >= batch.from();
        DetectionColumns target = wanted ? out : context;
        int i = wanted ? row - origin : 0;
        target.processed[i] = processed[row];
        judge(row, rows.windowFrom(row), groups, target, i);
        settle(row, target, i);
        enter(row, groups);
      } else {
        history.keep(row);
      }
    }
  }

  private void begin(WindowRows rows, SeasonalityGroups groups) {
    window = groups.components() > 0 ? seasonalWindow : plainWindow;
    window.begin(history.values(), rows.rows(), 0, rows.size());
    trend.begin(history.values(), rows.rows(), 0, rows.size());
    effectiveSamples.begin(history.values(), rows.rows(), 0, rows.size());
    windowOfKey = new RollingWindow[groups.components()][];
    for (int c = 0; c < windowOfKey.length; c++) {
      int keys = groups.keyCount()[c];
      keyedRows.sort(rows, groups.keyOfRow()[c], keys);
      int[] list = Arrays.copyOf(keyedRows.rows(), rows.size());
      windowOfKey[c] = new RollingWindow[keys];
      for (int key = 0; key < keys; key++) {
        if (keyedRows.from(key) < keyedRows.to(key)) {
          windowOfKey[c][key] = factory.group();
          windowOfKey[c][key].begin(history.values(), list, keyedRows.from(key), keyedRows.to(key));
        }
      }
    }
  }

  private void judge(
      int row, int windowFrom, SeasonalityGroups groups, DetectionColumns target, int i) {
    int size = window.startAt(windowFrom);
    target.windowSize[i] = size;
    if (size < spec.minSamples()) {
      target.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
      return;
    }
    double slope = spec.detrend() ? of(trend, windowFrom) : 0.0;
    target.slope[i] = slope;
    if (!spec.weights().isUniform()) {
      target.effectiveSamples[i] = of(effectiveSamples, windowFrom);
    }
    window.describe(slope, statistics);
    for (int s = 0; s < statistics.length; s++) {
      target.global[s][i] = statistics[s];
      target.adjusted[s][i] = statistics[s];
    }
    for (int c = 0; c < windowOfKey.length; c++) {
      adjust(c, groups.keyOfRow()[c][row], windowFrom, slope, target, i);
    }
    target.clampedInWindow[i] = history.clampedBetween(windowFrom, row);
    interval.judge(spec.threshold(), target, i);
  }

  private double of(RollingWindow rolling, int windowFrom) {
    rolling.startAt(windowFrom);
    rolling.describe(0.0, single);
    return single[0];
  }

  private void adjust(
      int component, int key, int windowFrom, double slope, DetectionColumns target, int i) {
    RollingWindow group = windowOfKey[component][key];
    int size = group.startAt(windowFrom);
    target.groupSize[component][i] = size;
    if (size < spec.minSamplesPerGroup()) {
      SeasonalAdjustment.skip(target, component, i);
    } else {
      group.describe(slope, statistics);
      SeasonalAdjustment.apply(statistics, target, component, i);
    }
  }

  private void settle(int row, DetectionColumns judged, int i) {
    switch (judged.verdict[i]) {
      case DetectionColumns.BELOW -> history.clamp(row, judged.lower[i]);
      case DetectionColumns.ABOVE -> history.clamp(row, judged.upper[i]);
      default -> history.keep(row);
    }
  }

  private void enter(int row, SeasonalityGroups groups) {
    window.enter();
    if (spec.detrend()) {
      trend.enter();
    }
    if (!spec.weights().isUniform()) {
      effectiveSamples.enter();
    }
    for (int c = 0; c < windowOfKey.length; c++) {
      windowOfKey[c][groups.keyOfRow()[c][row]].enter();
    }
  }
}
