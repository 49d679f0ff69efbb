package io.dtkspark.bench;

import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.Detector;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.Series;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per scored row of one core: bounds, statistics and verdict, no text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class DetectorBenchmark {

  private static final int ROWS = 100_000;

  @Param({"MAD", "ZSCORE", "IQR"})
  public Statistic statistic;

  @Param({"100", "288", "1440"})
  public int window;

  @Param({"UNIFORM", "EXPONENTIAL"})
  public WindowWeights.Kind weights;

  private Series series;
  private ScoringBatch[] batches;
  private Detector detector;
  private DetectorSpec spec;
  private final DetectionColumns out = new DetectionColumns();

  /** A seasonal series with noise, 1 % gaps and 1 % outliers. */
  @Setup
  public void prepare() {
    Random random = new Random(42);
    long[] epochMillis = new long[ROWS];
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      epochMillis[i] = i * 60_000L;
      double draw = random.nextDouble();
      double normal = 100 + 20 * Math.sin(i / 229.0) + 2 * random.nextGaussian();
      values[i] = draw < 0.01 ? Double.NaN : draw < 0.02 ? normal + 60 : normal;
    }
    series = new Series(epochMillis, values, ROWS);
    batches = new ScoringBatch[] {new ScoringBatch(0, 0, ROWS)};
    spec =
        new WindowedSpec(
            statistic,
            3.0,
            window,
            30,
            10,
            InputType.VALUES,
            Smoothing.NONE,
            new WindowWeights(weights, window / 10.0, 0),
            false,
            false);
    detector = spec.newDetector();
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public DetectionColumns score() {
    out.reset(ROWS, spec.statistics().size(), 0);
    detector.score(series, SeasonalityGroups.NONE, batches, out);
    return out;
  }
}
