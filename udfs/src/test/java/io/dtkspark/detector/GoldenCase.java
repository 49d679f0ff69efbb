package io.dtkspark.detector;

import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.seasonality.SeasonalityKeys;
import io.dtkspark.series.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One run of detectkit 0.67.2: a detector, a series, its batches and the rows it gave. The format
 * is described in {@code src/test/golden/make_golden.py}.
 */
record GoldenCase(
    String name, Map<String, String> parameters, SeriesWithCodes data, List<String[]> rows) {

  /** A series with the codes of its seasonality columns, -1 for rows without. */
  record SeriesWithCodes(Series series, Map<String, int[]> codes) {}

  @Override
  public String toString() {
    return name + " " + parameters;
  }

  static List<GoldenCase> readAll() throws IOException {
    Map<String, SeriesWithCodes> series = readSeries();
    List<GoldenCase> cases = new ArrayList<>();
    try (BufferedReader in = open("cases.txt.gz")) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] head = line.split(" ", -1);
        cases.add(readCase(in, head[1] + " " + head[2], series.get(head[2])));
      }
    }
    return cases;
  }

  private static GoldenCase readCase(BufferedReader in, String name, SeriesWithCodes data)
      throws IOException {
    Map<String, String> parameters = new HashMap<>();
    List<String[]> rows = new ArrayList<>();
    for (String line = in.readLine(); !line.equals("end"); line = in.readLine()) {
      int split = line.indexOf('=');
      if (!parameters.containsKey("batches")) {
        parameters.put(line.substring(0, split), line.substring(split + 1));
      } else {
        rows.add(line.split(" ", -1));
      }
    }
    return new GoldenCase(name, parameters, data, rows);
  }

  private static Map<String, SeriesWithCodes> readSeries() throws IOException {
    Map<String, SeriesWithCodes> all = new HashMap<>();
    try (BufferedReader in = open("series.txt.gz")) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] head = line.split(" ", -1);
        all.put(head[1], readRows(in, Integer.parseInt(head[2])));
      }
    }
    return all;
  }

  private static SeriesWithCodes readRows(BufferedReader in, int size) throws IOException {
    long[] millis = new long[size];
    double[] values = new double[size];
    int[] hour = new int[size];
    int[] weekday = new int[size];
    for (int i = 0; i < size; i++) {
      String[] fields = in.readLine().split(" ", -1);
      millis[i] = Long.parseLong(fields[0]);
      values[i] = fromBits(fields[1]);
      hour[i] = Integer.parseInt(fields[2]);
      weekday[i] = Integer.parseInt(fields[3]);
    }
    Map<String, int[]> codes = Map.of("hour", hour, "weekday", weekday);
    return new SeriesWithCodes(new Series(millis, values, size), codes);
  }

  private static BufferedReader open(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(GoldenCase.class.getResourceAsStream("/golden/" + file)),
            StandardCharsets.US_ASCII));
  }

  static double fromBits(String hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
  }

  String get(String key, String otherwise) {
    return parameters.getOrDefault(key, otherwise);
  }

  private double number(String key, double otherwise) {
    return Double.parseDouble(get(key, Double.toString(otherwise)));
  }

  private int whole(String key) {
    return Integer.parseInt(get(key, "0"));
  }

  ScoringBatch[] batches() {
    String[] texts = get("batches", "").split(",", -1);
    ScoringBatch[] batches = new ScoringBatch[texts.length];
    for (int i = 0; i < texts.length; i++) {
      String[] rows = texts[i].split(":", -1);
      batches[i] =
          new ScoringBatch(
              Integer.parseInt(rows[0]), Integer.parseInt(rows[1]), Integer.parseInt(rows[2]));
    }
    return batches;
  }

  SeasonalityGroups groups() {
    String components = get("components", "");
    SeasonalityKeys keys = new SeasonalityKeys(data.series().size());
    for (String component : components.isEmpty() ? new String[0] : components.split(",", -1)) {
      int[][] columns =
          component.equals("elsewhere")
              ? new int[0][]
              : List.of(component.split("\\+", -1)).stream()
                  .map(data.codes()::get)
                  .toArray(int[][]::new);
      keys.component(columns);
    }
    return keys.build();
  }

  DetectorSpec spec() {
    return switch (get("type", "")) {
      case "manual_bounds" ->
          new ManualBoundsSpec(
              number("lower_bound", Double.NaN), number("upper_bound", Double.NaN), inputType());
      case "autoreg" ->
          new AutoregSpec(
              whole("lags"),
              whole("window_size"),
              number("threshold", 0),
              whole("min_samples"),
              inputType(),
              parameters.containsKey("stabilization"));
      default -> windowedSpec();
    };
  }

  private WindowedSpec windowedSpec() {
    return new WindowedSpec(
        WindowedSpec.Statistic.valueOf(get("type", "").toUpperCase(Locale.ROOT)),
        number("threshold", 0),
        whole("window_size"),
        whole("min_samples"),
        whole("min_samples_per_group"),
        inputType(),
        new Smoothing(
            Smoothing.Kind.valueOf(get("smoothing", "none").toUpperCase(Locale.ROOT)),
            number("smoothing_alpha", 0),
            whole("smoothing_window")),
        weights(),
        parameters.containsKey("detrend"),
        parameters.containsKey("stabilization"));
  }

  private WindowWeights weights() {
    return new WindowWeights(
        WindowWeights.Kind.valueOf(get("window_weights", "uniform").toUpperCase(Locale.ROOT)),
        number("half_life_points", Double.NaN),
        whole("half_life_seconds"));
  }

  private InputType inputType() {
    return InputType.valueOf(get("input_type", "values").toUpperCase(Locale.ROOT));
  }
}
