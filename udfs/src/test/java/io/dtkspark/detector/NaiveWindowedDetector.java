package io.dtkspark.detector;

import io.dtkspark.detector.NaiveStatistics.Point;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import io.dtkspark.stats.HalfPower;
import io.dtkspark.stats.NaturalLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The oracle of the windowed detectors: each batch alone from its own context, each row from
 * scratch, as detectkit describes the algorithm.
 */
final class NaiveWindowedDetector implements Detector {

  private final WindowedSpec spec;

  NaiveWindowedDetector(WindowedSpec spec) {
    this.spec = spec;
  }

  @Override
  public void score(
      Series series, SeasonalityGroups groups, ScoringBatch[] batches, DetectionColumns out) {
    for (ScoringBatch batch : batches) {
      new Batch(series, groups, batch, out, batches[0].from()).score();
    }
  }

  /** One batch; rows count from the start of its context. */
  private final class Batch {

    private final SeasonalityGroups groups;
    private final DetectionColumns out;
    private final int context;
    private final int rows;
    private final int origin;
    private final int wantedFrom;
    private final double[] smoothed;
    private final double[] processed;
    private final double[] seen;
    private final boolean[] clamped;
    private final double halfLife;

    Batch(
        Series series,
        SeasonalityGroups groups,
        ScoringBatch batch,
        DetectionColumns out,
        int origin) {
      this.groups = groups;
      this.out = out;
      this.origin = origin;
      context = batch.contextFrom();
      rows = batch.to() - context;
      wantedFrom = batch.from() - context;
      smoothed = smooth(Arrays.copyOfRange(series.values(), context, batch.to()));
      processed = transform(smoothed);
      seen = processed.clone();
      clamped = new boolean[rows];
      halfLife = halfLife(Arrays.copyOfRange(series.epochMillis(), context, batch.to()));
    }

    void score() {
      DetectionColumns unwanted = new DetectionColumns();
      unwanted.reset(1, spec.statistics().size(), groups.components());
      for (int row = 0; row < rows; row++) {
        boolean wanted = row >= wantedFrom;
        judge(row, wanted ? out : unwanted, wanted ? context + row - origin : 0);
      }
    }

    private void judge(int row, DetectionColumns target, int i) {
      target.processed[i] = processed[row];
      target.smoothed[i] = smoothed[row];
      int from = Math.max(0, row - spec.windowSize());
      List<Point> window = points(from, row, -1);
      target.windowSize[i] = window.size();
      if (Double.isNaN(processed[row])) {
        target.verdict[i] = DetectionColumns.MISSING_DATA;
      } else if (window.size() < spec.minSamples()) {
        target.verdict[i] = DetectionColumns.INSUFFICIENT_DATA;
      } else {
        describe(row, from, window, target, i);
      }
    }

    private void describe(int row, int from, List<Point> window, DetectionColumns target, int i) {
      double slope = spec.detrend() ? NaiveStatistics.slope(window) : 0;
      double[] global = NaiveStatistics.of(spec.statistic(), project(window, slope));
      double[] adjusted = global.clone();
      for (int c = 0; c < groups.components(); c++) {
        List<Point> group = points(from, row, c);
        target.groupSize[c][i] = group.size();
        double[] ofGroup =
            group.size() < spec.minSamplesPerGroup()
                ? null
                : NaiveStatistics.of(spec.statistic(), project(group, slope));
        for (int s = 0; s < global.length; s++) {
          boolean spread = s == global.length - 1;
          boolean applies = ofGroup != null && (spread ? global[s] > 0 : global[s] != 0);
          target.multiplier[c][s][i] = applies ? ofGroup[s] / global[s] : 1.0;
          adjusted[s] *= target.multiplier[c][s][i];
        }
      }
      for (int s = 0; s < global.length; s++) {
        target.global[s][i] = global[s];
        target.adjusted[s][i] = adjusted[s];
      }
      target.slope[i] = slope;
      double total = NaiveStatistics.sum(window.stream().map(Point::weight).toList());
      target.effectiveSamples[i] =
          total
              * total
              / NaiveStatistics.sum(window.stream().map(p -> p.weight() * p.weight()).toList());
      target.clampedInWindow[i] = 0;
      for (int k = from; k < row; k++) {
        target.clampedInWindow[i] += clamped[k] ? 1 : 0;
      }
      compare(row, adjusted, target, i);
    }

    private void compare(int row, double[] stats, DetectionColumns target, int i) {
      double spread = stats[stats.length - 1];
      boolean mad = spec.statistic() == WindowedSpec.Statistic.MAD;
      double margin = mad ? spec.threshold() * 1.4826 * spread : spec.threshold() * spread;
      double lower = stats[0] - (spread == 0 ? 1e-10 : margin);
      double upper = stats[stats.length - 2] + (spread == 0 ? 1e-10 : margin);
      target.lower[i] = lower > upper ? upper : lower;
      target.upper[i] = lower > upper ? lower : upper;
      double value = processed[row];
      boolean below = value < target.lower[i];
      boolean above = !below && value > target.upper[i];
      target.verdict[i] = DetectionColumns.NORMAL;
      if (below || above) {
        target.verdict[i] = below ? DetectionColumns.BELOW : DetectionColumns.ABOVE;
        target.distance[i] = below ? target.lower[i] - value : value - target.upper[i];
        double unit = mad ? 1.4826 * spread : spread;
        target.severity[i] = unit > 0 ? target.distance[i] / unit : Double.POSITIVE_INFINITY;
        if (spec.clamp()) {
          seen[row] = below ? target.lower[i] : target.upper[i];
          clamped[row] = true;
        }
      }
    }

    /** Valid points of the window; of one group when {@code component} is not negative. */
    private List<Point> points(int from, int row, int component) {
      List<Point> points = new ArrayList<>();
      for (int k = from; k < row; k++) {
        int[] keys = component < 0 ? null : groups.keyOfRow()[component];
        boolean sameKey = keys == null || keys[context + k] == keys[context + row];
        if (!Double.isNaN(seen[k]) && sameKey) {
          points.add(new Point(seen[k], row - k, weight(row - k)));
        }
      }
      return points;
    }

    private double weight(int age) {
      int window = spec.windowSize();
      return switch (spec.weights().kind()) {
        case UNIFORM -> 1.0;
        case LINEAR -> (window + 1.0 - age) / window;
        case EXPONENTIAL ->
            Double.isNaN(halfLife) ? 1.0 : HalfPower.of(Math.min(age / halfLife, 1000.0));
      };
    }

    private double halfLife(long[] millis) {
      if (!spec.weights().halfLifeIsDuration()) {
        return spec.weights().halfLifePoints();
      }
      if (millis.length < 2) {
        return Double.NaN;
      }
      long[] steps = new long[millis.length - 1];
      Arrays.setAll(steps, k -> millis[k + 1] - millis[k]);
      Arrays.sort(steps);
      double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2.0;
      return Math.max(spec.weights().halfLifeSeconds() / (median / 1000.0), 1.0);
    }
  }

  private static List<Point> project(List<Point> points, double slope) {
    return slope == 0
        ? points
        : points.stream().map(p -> p.withValue(p.value() + slope * p.age())).toList();
  }

  private double[] smooth(double[] values) {
    double[] out = values.clone();
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    for (int i = 0; i < values.length; i++) {
      switch (spec.smoothing().kind()) {
        case NONE -> {}
        case EMA -> {
          double alpha = spec.smoothing().alpha();
          if (i > first) {
            out[i] =
                Double.isNaN(values[i]) ? out[i - 1] : alpha * values[i] + (1 - alpha) * out[i - 1];
          }
        }
        case SMA -> {
          int start = Math.max(0, i - spec.smoothing().window() + 1);
          long count = Arrays.stream(values, start, i + 1).filter(v -> !Double.isNaN(v)).count();
          double sum = runningSum(values, i + 1) - runningSum(values, start);
          out[i] = count == 0 ? Double.NaN : sum / count;
        }
      }
    }
    return out;
  }

  private static double runningSum(double[] values, int to) {
    double sum = 0;
    for (int k = 0; k < to; k++) {
      sum += Double.isNaN(values[k]) ? 0 : values[k];
    }
    return sum;
  }

  private double[] transform(double[] values) {
    double[] out = values.clone();
    for (int i = 0; i < values.length && spec.inputType().isChange(); i++) {
      double before = i == 0 ? Double.NaN : values[i - 1];
      out[i] =
          switch (spec.inputType()) {
            case VALUES -> values[i];
            case CHANGES -> (values[i] - before) / before;
            case ABSOLUTE_CHANGES -> values[i] - before;
            case LOG_CHANGES -> NaturalLog.of(values[i] + 1) - NaturalLog.of(before + 1);
          };
    }
    return out;
  }
}
