package io.dtkspark.browser;

import io.dtkspark.detector.DetectionColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Scored columns by name, as doubles, in the order of {@code score.js}. */
final class ColumnList {

  /** A column. */
  record Column(String name, double[] values) {}

  private final int rows;
  private final List<Column> columns = new ArrayList<>();

  private ColumnList(int rows) {
    this.rows = rows;
  }

  static List<Column> of(DetectionColumns scored) {
    ColumnList list = new ColumnList(scored.size());
    list.add("verdict", i -> scored.verdict[i]);
    list.add("processed", i -> scored.processed[i]);
    list.add("smoothed", i -> scored.smoothed[i]);
    list.add("lower", i -> scored.lower[i]);
    list.add("upper", i -> scored.upper[i]);
    list.add("windowSize", i -> scored.windowSize[i]);
    list.add("effectiveSamples", i -> scored.effectiveSamples[i]);
    list.add("slope", i -> scored.slope[i]);
    list.add("clampedInWindow", i -> scored.clampedInWindow[i]);
    list.add("distance", i -> scored.distance[i]);
    list.add("severity", i -> scored.severity[i]);
    for (double[] statistic : scored.global) {
      list.add("global", i -> statistic[i]);
    }
    for (double[] statistic : scored.adjusted) {
      list.add("adjusted", i -> statistic[i]);
    }
    for (int[] component : scored.groupSize) {
      list.add("groupSize", i -> component[i]);
    }
    for (double[][] component : scored.multiplier) {
      for (double[] statistic : component) {
        list.add("multiplier", i -> statistic[i]);
      }
    }
    return list.columns;
  }

  private void add(String name, IntToDoubleFunction value) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = value.applyAsDouble(i);
    }
    columns.add(new Column(name, values));
  }
}
