package io.dtkspark.autotune.search;

import static io.dtkspark.autotune.search.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.ScoringMetric;
import io.dtkspark.autotune.TuningResult.Share;
import io.dtkspark.config.AutotuneConfig;
import io.dtkspark.config.IncidentLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single stages against the original's functions. */
class StagesTest {

  static Stream<JsonNode> metrics() {
    return Golden.read("stages.json", "metrics");
  }

  static Stream<JsonNode> distributions() {
    return Golden.read("stages.json", "distributions");
  }

  static Stream<JsonNode> fits() {
    return Golden.read("stages.json", "fits");
  }

  static Stream<JsonNode> grids() {
    return Golden.read("stages.json", "grids");
  }

  static Stream<JsonNode> aggregates() {
    return Golden.read("stages.json", "aggregates");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void metricsScoreAsTheOriginal(JsonNode golden) {
    Verdicts verdicts =
        new Verdicts(
            Golden.bits(golden.get("flagged")),
            Golden.numbers(golden.get("scores")),
            Golden.bits(golden.get("valid")));
    boolean[] truth = Golden.bits(golden.get("truth"));
    for (ScoringMetric metric : ScoringMetric.values()) {
      double score =
          new LabelledObjective(truth, new ScoringRule(metric, 0.5, 0))
              .value(verdicts, 0, verdicts.size());
      assertClose(golden.get("answers").get(metric.key()).asDouble(), score, metric.key());
    }
    double unlabelled = new UnlabelledObjective().score(verdicts, 0, verdicts.size()).orElse(0.0);
    assertClose(golden.get("unsupervised").asDouble(), unlabelled, "without labels");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void alertRulesFireAsInTheOriginal(JsonNode golden) {
    boolean[] flagged = Golden.bits(golden.get("flagged"));
    for (int k = 1; k <= 3; k++) {
      assertArrayEquals(
          Golden.bits(golden.get("consecutive").get(k - 1)), AlertRuleSweep.runs(flagged, k));
    }
    Share[] shares = {new Share(4, 0.5), new Share(6, 0.2)};
    for (int i = 0; i < shares.length; i++) {
      assertArrayEquals(
          Golden.bits(golden.get("fraction").get(i)), AlertRuleSweep.shares(flagged, shares[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void distributionHasTheFeaturesOfTheOriginal(JsonNode golden) {
    Distribution distribution = Distribution.of(Golden.numbers(golden.get("values")));
    JsonNode features = golden.get("features");
    assertEquals(features.get("n").asInt(), distribution.size());
    assertClose(features.get("skewness").asDouble(), distribution.skewness(), "skewness");
    assertClose(
        features.get("excess_kurtosis").asDouble(), distribution.excessKurtosis(), "kurtosis");
    assertClose(
        features.get("outlier_fraction").asDouble(), distribution.outlierShare(), "outliers");
    assertClose(features.get("heavy_tail_ratio").asDouble(), distribution.tailRatio(), "tails");
    assertClose(features.get("normality").asDouble(), distribution.normality(), "normality");
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void trendAndLevelShiftAreThoseOfTheOriginal(JsonNode golden) {
    double[] values = Golden.numbers(golden.get("values"));
    assertEquals(golden.get("trend").asBoolean(), Trend.isPresent(values));
    LevelShift shift = LevelShift.strongest(values);
    assertEquals(golden.get("shift").get(0).asBoolean(), shift.isLarge());
    assertClose(golden.get("shift").get(1).asDouble(), shift.sigmas(), "sigmas");
    assertEquals(golden.get("shift").get(2).asInt(), shift.row());
  }

  @ParameterizedTest
  @MethodSource("fits")
  void heldOutFitGainsWhatTheOriginalGains(JsonNode golden) {
    double[] values = Golden.numbers(golden.get("values"));
    int count = golden.get("keys").asInt();
    int[] keys = new int[values.length];
    Arrays.setAll(keys, row -> row % count);
    HeldOutFit fit = new HeldOutFit(values, Fold.split(values.length, 100, 5), 0.5);
    HeldOutFit.Gain gain = fit.gain(new RowKeys(keys, count));
    assertClose(golden.get("score").asDouble(), gain.score(), "score");
    assertArrayEquals(Golden.numbers(golden.get("folds")), gain.perFold(), 1e-9);
  }

  @ParameterizedTest
  @MethodSource("grids")
  void windowsAndFoldsAreThoseOfTheOriginal(JsonNode golden) {
    List<String> columns = new ArrayList<>();
    golden.get("columns").forEach(column -> columns.add(column.asText()));
    AutotuneSettings settings = settings(golden.get("fixed"));
    TuningSeries series =
        TuningSeries.of(
            SearchCase.input(
                new double[golden.get("rows").asInt()],
                golden.get("interval").asLong(),
                columns,
                IncidentLabels.NONE,
                settings));
    WindowGrid grid = WindowGrid.of(series, settings);
    assertEquals(ints(golden.get("grid")), grid.sizes());
    CandidateFactory factory = new CandidateFactory(settings.fixedParams());
    int context = ContextSize.of(List.of(TunableType.values()), grid, factory);
    assertEquals(golden.get("context").asInt(), context);
    List<List<Integer>> folds =
        Fold.split(series.size(), context, 5).stream()
            .map(fold -> List.of(fold.from(), fold.to()))
            .toList();
    assertEquals(lists(golden.get("folds")), folds);
    List<List<Integer>> halfLives = new ArrayList<>();
    List<Integer> minSamples = new ArrayList<>();
    for (int window : grid.sizes()) {
      halfLives.add(WindowGrid.halfLives(window, WindowGrid.minSamples(window, 4)));
      minSamples.add(WindowGrid.minSamples(window, 10, 8));
    }
    assertEquals(lists(golden.get("half_lives")), halfLives);
    assertEquals(ints(golden.get("min_samples")), minSamples);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void weakFoldsCostWhatTheyCostTheOriginal(JsonNode golden) {
    FoldScores scores =
        FoldScores.of(Golden.numbers(golden.get("folds")), golden.get("lambda").asDouble());
    assertClose(golden.get("answer").get(0).asDouble(), scores.score(), "score");
    assertClose(golden.get("answer").get(1).asDouble(), scores.penalty(), "penalty");
  }

  private static AutotuneSettings settings(JsonNode fixed) {
    AutotuneSettings plain = AutotuneSettings.of(Overrides.NONE, AutotuneConfig.DEFAULT);
    return new AutotuneSettings(
        plain.scoring(),
        plain.beta(),
        plain.detectorTypes(),
        plain.seasonalityCandidates(),
        plain.forceSeasonality(),
        Golden.map(fixed),
        plain.folds(),
        plain.stabilityLambda(),
        plain.maxHistory(),
        plain.strategy(),
        plain.maxCandidates(),
        plain.timeLimit());
  }

  private static List<Integer> ints(JsonNode list) {
    List<Integer> ints = new ArrayList<>();
    list.forEach(item -> ints.add(item.asInt()));
    return ints;
  }

  private static List<List<Integer>> lists(JsonNode list) {
    List<List<Integer>> lists = new ArrayList<>();
    list.forEach(item -> lists.add(ints(item)));
    return lists;
  }
}
