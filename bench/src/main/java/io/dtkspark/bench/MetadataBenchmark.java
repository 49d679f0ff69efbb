package io.dtkspark.bench;

import io.dtkspark.detect.DetectionJson;
import io.dtkspark.detector.AutoregSpec;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.json.JsonText;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds per row of the text of {@code detection_metadata}, and per double. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class MetadataBenchmark {

  private static final int ROWS = 20_000;

  /** Rows of different shape. */
  public enum Shape {
    MAD,
    MAD_IN_HOURS,
    MAD_WEIGHTED,
    AUTOREG
  }

  @Param public Shape shape;

  private final DetectionColumns columns = new DetectionColumns();
  private final JsonText text = new JsonText();
  private DetectionJson json;
  private double[] values;

  /** Scores a noisy daily series of minutes once. */
  @Setup
  public void prepare() {
    Random random = new Random(42);
    long[] epochMillis = new long[ROWS];
    int[] hours = new int[ROWS];
    values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      epochMillis[i] = i * 60_000L;
      hours[i] = i / 60 % 24;
      values[i] = 100 + 20 * Math.sin(i / 229.0) + 2 * random.nextGaussian();
    }
    boolean grouped = shape == Shape.MAD_IN_HOURS;
    SeasonalityGroups groups =
        grouped ? new SeasonalityKeys(ROWS).component(hours).build() : SeasonalityGroups.NONE;
    DetectorSpec spec = spec();
    columns.reset(ROWS, spec.statistics().size(), groups.components());
    spec.newDetector()
        .score(
            new Series(epochMillis, values, ROWS),
            groups,
            new ScoringBatch[] {new ScoringBatch(0, 0, ROWS)},
            columns);
    json = DetectionJson.of(spec, grouped ? List.of(List.of("hour")) : List.of());
  }

  private DetectorSpec spec() {
    if (shape == Shape.AUTOREG) {
      return new AutoregSpec(3, 288, 3.0, 30, InputType.VALUES, false);
    }
    WindowWeights weights =
        shape == Shape.MAD_WEIGHTED
            ? new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 28.8, 0)
            : WindowWeights.UNIFORM;
    return new WindowedSpec(
        Statistic.MAD, 3.0, 288, 30, 10, InputType.VALUES, Smoothing.NONE, weights, false, false);
  }

  /** One object per row, as it is handed to the database. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void row(Blackhole sink) {
    for (int row = 0; row < ROWS; row++) {
      text.clear().beginObject();
      json.write(text, columns, row);
      sink.consume(text.endObject().toBytes());
    }
  }

  /** Doubles of 15 to 17 digits, none twice. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void number(Blackhole sink) {
    for (double value : values) {
      sink.consume(text.clear().value(value));
    }
  }
}
