package io.dtkspark.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dtkspark.config.Profile;
import io.dtkspark.detector.DetectionColumns;
import io.dtkspark.detector.DetectorSpec;
import io.dtkspark.detector.InputType;
import io.dtkspark.detector.ManualBoundsSpec;
import io.dtkspark.detector.ScoringBatch;
import io.dtkspark.detector.Smoothing;
import io.dtkspark.detector.WindowedSpec;
import io.dtkspark.detector.WindowedSpec.Statistic;
import io.dtkspark.json.JsonText;
import io.dtkspark.plan.Chunk;
import io.dtkspark.rolling.WindowWeights;
import io.dtkspark.seasonality.SeasonalityGroups;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.StateStore.DetectionHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata text of detectkit 0.67.2, recorded by make_metadata.py, byte for byte. */
class MetadataGoldenTest {

  private static final double NONE = Double.NaN;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mad",
        "mad_changes",
        "mad_ema",
        "mad_sma_log",
        "mad_linear",
        "mad_detrend",
        "mad_clamp",
        "mad_groups",
        "zscore",
        "zscore_groups",
        "iqr",
        "iqr_groups",
        "manual",
        "manual_upper_changes"
      })
  void metadataIsWhatTheOriginalStores(String name) throws IOException {
    Case golden = cases(name);
    DatapointBuffer rows = rows();
    SeasonalityReader seasonality = new SeasonalityReader(rows, "part,flag");
    SeasonalityGroups groups = seasonality.groups(golden.components());
    DetectionColumns columns = new DetectionColumns();
    columns.reset(rows.size(), golden.spec().statistics().size(), groups.components());
    golden
        .spec()
        .newDetector()
        .score(
            rows.series(),
            groups,
            new ScoringBatch[] {new ScoringBatch(0, 0, rows.size())},
            columns);
    DetectionJson json = DetectionJson.of(golden.spec(), golden.components());

    int compared = 0;
    for (String line : lines("metadata.tsv")) {
      String[] field = line.split("\t", 3);
      if (field[0].equals(name)) {
        int row = Integer.parseInt(field[1]);
        JsonNumbers.assertSame(
            field[2], text(json, columns, row), tolerance(golden.spec()), "row " + row);
        compared++;
      }
    }
    assertEquals(rows.size(), compared);
  }

  /** Sums of weights and moments are rounded once here, many times in the original. */
  private static double tolerance(DetectorSpec spec) {
    return spec instanceof WindowedSpec windowed
            && (windowed.statistic() == Statistic.ZSCORE || !windowed.weights().isUniform())
        ? 1e-9
        : 0;
  }

  private static String text(DetectionJson json, DetectionColumns columns, int row) {
    JsonText text = new JsonText().beginObject();
    json.write(text, columns, row);
    return text.endObject().toString();
  }

  @Test
  void aWindowTooSmallForItsGroupsIsNamedWithTheSizeItNeeds() throws IOException {
    Case golden = cases("zscore_groups");
    DatapointBuffer rows = rows();
    SeasonalityReader seasonality = new SeasonalityReader(rows, "part,flag");
    List<String> warnings =
        UnderfilledGroups.warnings(task(golden), seasonality, new ScoringBatch(0, 0, rows.size()));
    assertEquals(1, warnings.size());
    assertEquals(
        "ZScoreDetector: seasonality [part] has 4 keys, so window_size 40 holds about 10 points of"
            + " each, fewer than min_samples_per_group 15: the component changes nothing. Raise"
            + " window_size to 60 or more, lower min_samples_per_group, or group more coarsely",
        warnings.get(0));
  }

  private record Case(DetectorSpec spec, List<List<String>> components) {}

  private static Case cases(String name) {
    WindowedSpec mad = windowed(Statistic.MAD, 3.0, 10);
    List<List<String>> none = List.of();
    return switch (name) {
      case "mad" -> new Case(mad, none);
      case "mad_changes" -> new Case(with(mad, InputType.CHANGES, Smoothing.NONE), none);
      case "mad_ema" ->
          new Case(with(mad, InputType.VALUES, new Smoothing(Smoothing.Kind.EMA, 0.3, 10)), none);
      case "mad_sma_log" ->
          new Case(
              with(mad, InputType.LOG_CHANGES, new Smoothing(Smoothing.Kind.SMA, 0.3, 3)), none);
      case "mad_linear" ->
          new Case(
              variant(mad, new WindowWeights(WindowWeights.Kind.LINEAR, NONE, 0), false, false),
              none);
      case "mad_detrend" -> new Case(variant(mad, WindowWeights.UNIFORM, true, false), none);
      case "mad_clamp" -> new Case(variant(mad, WindowWeights.UNIFORM, false, true), none);
      case "mad_groups" ->
          new Case(
              windowed(Statistic.MAD, 3.0, 4),
              List.of(List.of("part"), List.of("part", "flag"), List.of("absent")));
      case "zscore" -> new Case(windowed(Statistic.ZSCORE, 3.0, 3), none);
      case "zscore_groups" ->
          new Case(windowed(Statistic.ZSCORE, 3.0, 15), List.of(List.of("part")));
      case "iqr" -> new Case(windowed(Statistic.IQR, 1.5, 4), none);
      case "iqr_groups" ->
          new Case(windowed(Statistic.IQR, 1.5, 8), List.of(List.of("part"), List.of("flag")));
      case "manual" -> new Case(new ManualBoundsSpec(90.0, 120.5, InputType.VALUES), none);
      case "manual_upper_changes" ->
          new Case(new ManualBoundsSpec(NONE, 0.2, InputType.CHANGES), none);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static WindowedSpec windowed(Statistic statistic, double threshold, int perGroup) {
    return new WindowedSpec(
        statistic,
        threshold,
        40,
        10,
        perGroup,
        InputType.VALUES,
        Smoothing.NONE,
        WindowWeights.UNIFORM,
        false,
        false);
  }

  private static WindowedSpec with(WindowedSpec spec, InputType inputType, Smoothing smoothing) {
    return new WindowedSpec(
        spec.statistic(),
        spec.threshold(),
        spec.windowSize(),
        spec.minSamples(),
        spec.minSamplesPerGroup(),
        inputType,
        smoothing,
        spec.weights(),
        spec.detrend(),
        spec.clamp());
  }

  private static WindowedSpec variant(
      WindowedSpec spec, WindowWeights weights, boolean detrend, boolean clamp) {
    return new WindowedSpec(
        spec.statistic(),
        spec.threshold(),
        spec.windowSize(),
        spec.minSamples(),
        spec.minSamplesPerGroup(),
        spec.inputType(),
        spec.smoothing(),
        weights,
        detrend,
        clamp);
  }

  private static DetectTask task(Case golden) {
    Profile anywhere = null;
    return new DetectTask(
        0,
        new Chunk(0, new TimeRange(0, 1), 0),
        anywhere,
        new DetectionHeader("m", "id", "ZScoreDetector", "{}", 0),
        golden.spec(),
        golden.components(),
        3_600_000,
        golden.spec().contextSize() * 3_600_000L,
        1000,
        true,
        "run");
  }

  private static DatapointBuffer rows() throws IOException {
    DatapointBuffer rows = new DatapointBuffer(true);
    for (String line : lines("series.tsv")) {
      String[] field = line.split("\t", 3);
      double value = field[1].equals("nan") ? Double.NaN : Double.parseDouble(field[1]);
      rows.row(Long.parseLong(field[0]) * 3_600_000, value, field[2], "part,flag");
    }
    return rows;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = MetadataGoldenTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
