package io.dtkspark.plan;

import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.WindowedSpec;

/**
 * Predicted nanoseconds of one core. Used to balance chunks only, so it needs to be right within a
 * factor of about two; results never depend on it. Constants come from docs/benchmarks.md.
 */
final class CostModel {

  /** Opening a reader and a staging, whatever the chunk's size. */
  static final double NANOS_PER_CHUNK = 5_000_000;

  private static final double NANOS_PER_ROW_READ = 800;
  private static final double NANOS_PER_ROW_WRITTEN = 4_000;

  private CostModel() {}

  /** Cost of scoring one batch of {@code rows} rows, with what it must look at before. */
  static double batchNanos(DetectorSpec spec, int components, long rows) {
    long looked = spec.restartsAtBatch() ? rows + spec.contextSize() : rows;
    return looked * scoreNanos(spec, components) + rows * NANOS_PER_ROW_WRITTEN;
  }

  /** Cost of reading rows of datapoints. */
  static double readNanos(long rows) {
    return rows * NANOS_PER_ROW_READ;
  }

  private static double scoreNanos(DetectorSpec spec, int components) {
    if (spec instanceof WindowedSpec windowed) {
      return windowedNanos(windowed) * (1 + 0.7 * components);
    }
    if (spec instanceof AutoregSpec autoreg) {
      return 350 + 60.0 * autoreg.lags() + 11.0 * autoreg.lags() * autoreg.lags();
    }
    if (spec instanceof ManualBoundsSpec) {
      return 50;
    }
    throw new IllegalArgumentException("no cost known for " + spec);
  }

  private static double windowedNanos(WindowedSpec spec) {
    boolean uniform = spec.weights().isUniform();
    if (spec.statistic() == WindowedSpec.Statistic.ZSCORE) {
      return spec.detrend() ? 500 : uniform ? 50 : 100;
    }
    if (spec.detrend()) {
      return uniform ? 2_500 : 4_000;
    }
    return uniform ? 100 : 500;
  }
}
