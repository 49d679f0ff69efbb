package io.dtkspark.bench;

import io.dtkspark.detector.DetectionColumns;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds per scored row of one core, as {@code score:rows}: bounds, statistics and verdict, no
 * text. The main score is the time of a whole call, which enters the context and scores at least
 * three windows of rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class DetectorBenchmark {

  private static final int FEWEST_ROWS = 100_000;

  /** A {@link Setting}. */
  @Param({"mad", "iqr", "zscore", "mad+exponential", "mad+hour24", "mad+detrend"})
  public String detector;

  @Param({"288", "8640"})
  public int window;

  /** A {@link SeriesShape} in lower case. */
  @Param("noise")
  public String shape;

  private Scenario scenario;

  /** Turns the time of a call into the time of a row. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Scored {
    public long rows;
  }

  @Setup
  public void prepare() {
    scenario = new Scenario(detector, window, shape, Math.max(FEWEST_ROWS, 3 * window));
  }

  @Benchmark
  public DetectionColumns score(Scored scored) {
    scored.rows += scenario.rows();
    return scenario.score();
  }
}
