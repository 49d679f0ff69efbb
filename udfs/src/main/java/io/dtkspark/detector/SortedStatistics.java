package io.dtkspark.detector;

import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.stats.HazenRank;
import io.dtkspark.stats.SortedWindow;
import java.util.Arrays;

/**
 * Medians and quartiles of equally weighted rows without a trend: one sorted window for all rows
 * and one per seasonality key. Bit-exact; see {@link SortedWindow} for the cost of a step.
 */
final class SortedStatistics implements WindowStatistics {

  private final SortedWindow window = new SortedWindow();
  private final Ranks windowRanks;
  private final Ranks groupRanks;
  private SortedWindow[][] windowOfKey = new SortedWindow[0][];
  private SeasonalityGroups groups = SeasonalityGroups.NONE;

  SortedStatistics(Statistic statistic) {
    windowRanks = new Ranks(statistic);
    groupRanks = new Ranks(statistic);
  }

  @Override
  public void begin(double[] values, SeasonalityGroups newGroups) {
    groups = newGroups;
    window.clear();
    if (windowOfKey.length != groups.components()) {
      windowOfKey = new SortedWindow[groups.components()][0];
    }
    for (int c = 0; c < windowOfKey.length; c++) {
      windowOfKey[c] = cleared(windowOfKey[c], groups.keyCount()[c]);
    }
  }

  private static SortedWindow[] cleared(SortedWindow[] windows, int count) {
    for (SortedWindow used : windows) {
      used.clear();
    }
    SortedWindow[] enough = Arrays.copyOf(windows, Math.max(count, windows.length));
    for (int key = windows.length; key < count; key++) {
      enough[key] = new SortedWindow();
    }
    return enough;
  }

  @Override
  public void add(int row, double value) {
    window.add(value);
    for (int c = 0; c < windowOfKey.length; c++) {
      group(c, row).add(value);
    }
  }

  @Override
  public void remove(int row, double value) {
    window.remove(value);
    for (int c = 0; c < windowOfKey.length; c++) {
      group(c, row).remove(value);
    }
  }

  @Override
  public void ofWindow(int row, double slope, double[] out) {
    windowRanks.describe(window, out);
  }

  @Override
  public int ofGroup(int component, int row, double slope, int minSize, double[] out) {
    SortedWindow group = group(component, row);
    if (group.size() >= minSize) {
      groupRanks.describe(group, out);
    }
    return group.size();
  }

  private SortedWindow group(int component, int row) {
    return windowOfKey[component][groups.keyOfRow()[component][row]];
  }

  /** The ranks a statistic needs; they depend on the sample size only and are cached by it. */
  private static final class Ranks {

    private final Statistic statistic;
    private final HazenRank first;
    private final HazenRank third = new HazenRank(0.75);

    Ranks(Statistic statistic) {
      this.statistic = statistic;
      this.first = new HazenRank(statistic == Statistic.IQR ? 0.25 : 0.5);
    }

    void describe(SortedWindow sample, double[] out) {
      out[0] = sample.quantile(first);
      if (statistic == Statistic.IQR) {
        out[1] = sample.quantile(third);
        out[2] = out[1] - out[0];
      } else {
        out[1] = sample.deviationQuantile(out[0], first);
      }
    }
  }
}
