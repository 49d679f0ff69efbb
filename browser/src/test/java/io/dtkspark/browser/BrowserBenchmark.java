package io.dtkspark.browser;

import io.dtkspark.detector.InputType;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints how long 100,000 points take on the JVM and in Node.js, and how long a new threshold takes
 * there; {@code bench/browser} runs it. Run from the folder of this module.
 */
final class BrowserBenchmark {

  private static final int POINTS = 100_000;
  private static final int MILLIS_PER_CASE = 4000;

  private static final WindowWeights HALF_LIFE =
      new WindowWeights(WindowWeights.Kind.EXPONENTIAL, 360, 0);

  private BrowserBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Random random = new Random(1);
    Series series = noise(random);
    int[] hours = new int[POINTS];
    for (int row = 0; row < POINTS; row++) {
      hours[row] = row / 60 % 24;
    }
    List<ScoringCase> cases = new ArrayList<>();
    for (WindowWeights weights : List.of(WindowWeights.UNIFORM, HALF_LIFE)) {
      for (Statistic statistic : Statistic.values()) {
        cases.add(scoring(statistic, weights, series, List.of()));
      }
      cases.add(scoring(Statistic.MAD, weights, series, List.of(hours)));
    }
    print(cases);
  }

  /** 1 % gaps, 1 % outliers. */
  private static Series noise(Random random) {
    long[] millis = new long[POINTS];
    double[] values = new double[POINTS];
    for (int row = 0; row < POINTS; row++) {
      millis[row] = row * Shape.STEP_MILLIS;
      values[row] =
          random.nextInt(100) == 0
              ? Double.NaN
              : 50 + random.nextGaussian() * (random.nextInt(100) == 0 ? 10 : 1);
    }
    return new Series(millis, values, POINTS);
  }

  private static ScoringCase scoring(
      Statistic statistic, WindowWeights weights, Series series, List<int[]> components) {
    WindowedSpec spec =
        new WindowedSpec(
            statistic, 3, 1440, 30, 10, InputType.VALUES, Smoothing.NONE, weights, false, false);
    return ScoringCase.inBatches(spec, series, components, POINTS);
  }

  private static void print(List<ScoringCase> cases) throws IOException {
    Path folder = Files.createTempDirectory("browser-benchmark");
    NodeProcess node = new NodeProcess(folder);
    List<String> inNode =
        node.run("benchmark.js", cases, Integer.toString(MILLIS_PER_CASE)).lines().toList();
    System.out.println("| detector | JVM ms | Node.js ms | new threshold, Node.js ms |");
    System.out.println("| --- | --- | --- | --- |");
    for (int c = 0; c < cases.size(); c++) {
      WindowedSpec spec = (WindowedSpec) cases.get(c).spec();
      String name =
          spec.statistic()
              + (spec.weights().isUniform() ? "" : ", exponential weights")
              + (cases.get(c).components().isEmpty() ? "" : ", hour of day");
      System.out.printf(
          Locale.ROOT, "| %s | %.1f | %s |%n", name, onJvm(cases.get(c)), inNode.get(c));
    }
  }

  private static double onJvm(ScoringCase one) {
    long end = System.nanoTime() + 1_000_000L * MILLIS_PER_CASE;
    long shortest = Long.MAX_VALUE;
    long start;
    do {
      start = System.nanoTime();
      one.score();
      shortest = Math.min(shortest, System.nanoTime() - start);
    } while (start + shortest < end);
    return shortest / 1e6;
  }
}
