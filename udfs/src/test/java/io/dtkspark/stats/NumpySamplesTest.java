package io.dtkspark.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sums, moments and quantiles of samples of 1 to 300 values, bit for bit those that numpy 2.4.6 and
 * detectkit 0.67.2 gave; made by {@code src/test/golden/make_golden.py}.
 */
class NumpySamplesTest {

  /** All prefixes of one array of values; {@code expected[n - 1]} belongs to n values. */
  record Sample(String name, double[] values, double[] weights, double[][] expected) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    NumpySamplesTest.class.getResourceAsStream("/golden/samples.txt.gz")),
                StandardCharsets.US_ASCII))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] head = line.split(" ", -1);
        double[] values = numbers(in.readLine());
        double[] weights = numbers(in.readLine());
        double[][] expected = new double[Integer.parseInt(head[2])][];
        for (int n = 0; n < expected.length; n++) {
          expected[n] = numbers(in.readLine());
        }
        samples.add(new Sample(head[1], values, weights, expected));
      }
    }
    return samples;
  }

  private static double[] numbers(String line) {
    String[] fields = line.split(" ", -1);
    double[] numbers = new double[fields.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.longBitsToDouble(Long.parseUnsignedLong(fields[i + 1], 16));
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sumsAreThoseOfNumpy(Sample sample) {
    for (int n = 1; n <= sample.values.length; n++) {
      double sum = PairwiseSum.sum(sample.values, 0, n);
      assertEquals(sample.expected[n - 1][0], sum, "sum of " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void momentsAreThoseOfDetectkit(Sample sample) {
    WeightedMoments moments = new WeightedMoments();
    for (int n = 1; n <= sample.values.length; n++) {
      double[] expected = sample.expected[n - 1];
      moments.weigh(sample.weights, n);
      checkMoments(moments, sample.values, expected[1], expected[2], n);
      moments.weighEqually(n);
      checkMoments(moments, sample.values, expected[7], expected[8], n);
    }
  }

  private static void checkMoments(
      WeightedMoments moments, double[] values, double mean, double deviation, int n) {
    moments.describe(values, 0);
    assertEquals(mean, moments.mean(), "mean of " + n);
    assertEquals(deviation, moments.standardDeviation(), "deviation of " + n);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void uniformQuantilesAreThoseOfDetectkit(Sample sample) {
    SortedWindow window = new SortedWindow();
    HazenRank[] ranks = {new HazenRank(0.25), new HazenRank(0.5), new HazenRank(0.75)};
    for (int n = 1; n <= sample.values.length; n++) {
      double[] expected = sample.expected[n - 1];
      window.add(sample.values[n - 1]);
      for (int q = 0; q < ranks.length; q++) {
        assertEquals(expected[9 + q], window.quantile(ranks[q]), "quantile of " + n);
      }
      double mad = window.deviationQuantile(expected[10], ranks[1]);
      assertEquals(expected[12], mad, "mad of " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void weightedQuantilesAreThoseOfDetectkit(Sample sample) {
    Deviations deviations = new Deviations();
    RowSort rowSort = new RowSort();
    for (int n = 1; n <= sample.values.length; n++) {
      double[] expected = sample.expected[n - 1];
      double[] values = Arrays.copyOf(sample.values, n);
      int[] rows = new int[n];
      Arrays.setAll(rows, k -> k);
      rowSort.sort(values, rows, n);
      for (int q = 0; q < 3; q++) {
        double quantile = quantile(values, rows, sample.weights, 0.25 * (q + 1));
        assertEquals(expected[3 + q], quantile, "quantile of " + n);
      }
      deviations.sort(values, rows, n, expected[4]);
      double[] sorted = Arrays.copyOf(deviations.deviations(), n);
      double mad = quantile(sorted, deviations.rows(), sample.weights, 0.5);
      assertEquals(expected[6], mad, "mad of " + n);
    }
  }

  private static double quantile(double[] values, int[] rows, double[] weights, double quantile) {
    int n = values.length;
    double[] sorted = new double[n];
    Arrays.setAll(sorted, k -> weights[rows[k]]);
    return WeightedQuantile.of(values, sorted, n, PairwiseSum.sum(sorted, 0, n), quantile);
  }
}
