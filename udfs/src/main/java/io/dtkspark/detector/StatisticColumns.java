package io.dtkspark.detector;

import io.dtkspark.seasonality.SeasonalityGroups;

/**
 * Fills the statistics of a pass column by column: trend, window, effective sample size, then one
 * seasonality key after the other. Nothing here depends on a verdict, so each list of rows is
 * processed in one sweep, and one structure serves all keys of a component.
 */
final class StatisticColumns {

  private final WindowedSpec spec;
  private final RollingWindow window;
  private final RollingWindow seasonalWindow;
  private final RollingWindow group;
  private final RollingWindow trend;
  private final RollingWindow effectiveSamples;
  private final KeyedRows keyedRows = new KeyedRows();
  private final double[] statistics;
  private final double[] single = new double[1];

  StatisticColumns(WindowedSpec spec, RollingFactory factory) {
    this.spec = spec;
    window = factory.window();
    seasonalWindow = factory.seasonalWindow();
    group = factory.group();
    trend = factory.trend();
    effectiveSamples = factory.effectiveSamples();
    statistics = new double[spec.statistics().size()];
  }

  /**
   * Describes the rows that {@code out} marks as {@link DetectionColumns#NORMAL}, whose verdict is
   * then to be found.
   *
   * @param from first wanted row; rows before it are context
   * @param origin row of index 0 in {@code out}
   */
  void fill(
      WindowRows rows,
      double[] values,
      SeasonalityGroups groups,
      int from,
      DetectionColumns out,
      int origin) {
    if (spec.detrend()) {
      fillOne(trend, rows, values, from, out, origin, out.slope);
    }
    if (!spec.weights().isUniform()) {
      fillOne(effectiveSamples, rows, values, from, out, origin, out.effectiveSamples);
    }
    fillWindow(groups.components() > 0 ? seasonalWindow : window, rows, values, from, out, origin);
    for (int c = 0; c < groups.components(); c++) {
      fillComponent(rows, values, groups, c, from, out, origin);
    }
  }

  private void fillOne(
      RollingWindow rolling,
      WindowRows rows,
      double[] values,
      int from,
      DetectionColumns out,
      int origin,
      double[] column) {
    rolling.begin(values, rows.rows(), 0, rows.size());
    while (rolling.hasNext()) {
      int row = rolling.row();
      rolling.startAt(rows.windowFrom(row));
      if (row >= from && out.verdict[row - origin] == DetectionColumns.NORMAL) {
        rolling.describe(0.0, single);
        column[row - origin] = single[0];
      }
      rolling.enter();
    }
  }

  private void fillWindow(
      RollingWindow rolling,
      WindowRows rows,
      double[] values,
      int from,
      DetectionColumns out,
      int origin) {
    rolling.begin(values, rows.rows(), 0, rows.size());
    while (rolling.hasNext()) {
      int row = rolling.row();
      rolling.startAt(rows.windowFrom(row));
      if (row >= from && out.verdict[row - origin] == DetectionColumns.NORMAL) {
        int i = row - origin;
        rolling.describe(slope(out, i), statistics);
        for (int s = 0; s < statistics.length; s++) {
          out.global[s][i] = statistics[s];
          out.adjusted[s][i] = statistics[s];
        }
      }
      rolling.enter();
    }
  }

  private void fillComponent(
      WindowRows rows,
      double[] values,
      SeasonalityGroups groups,
      int component,
      int from,
      DetectionColumns out,
      int origin) {
    int keys = groups.keyCount()[component];
    keyedRows.sort(rows, groups.keyOfRow()[component], keys);
    for (int key = 0; key < keys; key++) {
      group.begin(values, keyedRows.rows(), keyedRows.from(key), keyedRows.to(key));
      while (group.hasNext()) {
        int row = group.row();
        int size = group.startAt(rows.windowFrom(row));
        if (row >= from && out.verdict[row - origin] == DetectionColumns.NORMAL) {
          adjust(component, size, out, row - origin);
        }
        group.enter();
      }
    }
  }

  private void adjust(int component, int size, DetectionColumns out, int i) {
    out.groupSize[component][i] = size;
    if (size < spec.minSamplesPerGroup()) {
      SeasonalAdjustment.skip(out, component, i);
    } else {
      group.describe(slope(out, i), statistics);
      SeasonalAdjustment.apply(statistics, out, component, i);
    }
  }

  private double slope(DetectionColumns out, int i) {
    return spec.detrend() ? out.slope[i] : 0.0;
  }
}
