package io.dtkspark.autotune.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.AutotuneSettings.Overrides;
import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.Decision;
import io.dtkspark.autotune.LabelFolder;
import io.dtkspark.autotune.SeasonalityTable;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.autotune.TuningResult.AlertRule;
import io.dtkspark.autotune.TuningResult.Share;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.config.AutotuneConfig;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.DetectorConfig;
import io.dtkspark.config.GeneratedDetector;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Project;
import io.dtkspark.config.Recorded;
import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.config.yaml.YamlParser;
import io.dtkspark.series.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedConfigTest {

  private static final Path FILE = Path.of("metrics", "a", "my.cpu.yaml");

  /** One span and two points that meet no row, as in the recorded cases. */
  private static final String LABELS =
      "[{at: '2020-01-01'}, {at: '2020-01-02'}, {start: '2020-01-01', end: '2020-01-02'}]";

  @TempDir private Path root;
  private LabelFolder folder;

  @BeforeEach
  void writeProject() {
    folder = new LabelFolder(root);
    folder.write("detectkit_project.yml", "{name: p, default_profile: a}");
  }

  @Test
  void sameKeysInTheSameOrderUnderTheSameNameAsTheOriginal() {
    assertEquals(
        List.of(),
        Recorded.differences(
            "/io/dtkspark/autotune/emissions.tsv",
            2,
            row -> {
              TunedConfig tuned = tuned(row[0], result(row[1], List.of()));
              Object body = YamlParser.parse("tuned", tuned.text()).value();
              String file = tuned.file().toString().replace('\\', '/');
              String written = PythonRepr.of(body).replace("'stabilization': None, ", "");
              return tuned.runId() + " " + file + " " + written;
            }));
  }

  /** The original leaves the key out, and its file runs another detector than the one that won. */
  @Test
  void autoregWithoutClampingStaysSo() {
    String metric = "{name: cpu, interval: 1h, query: SELECT 1}";
    Map<String, Object> params = new LinkedHashMap<>(Map.of("lags", 2L));
    params.put("stabilization", null);
    String winner = GeneratedDetector.resolve("test", "autoreg", params).detectorId();
    TunedConfig tuned = tuned(metric, result("{type: autoreg, params: {lags: 2}}", List.of()));
    MetricConfig read = project().parse(root.resolve(tuned.file()), tuned.text());
    assertEquals(winner, read.detectors().get(0).resolve().detectorId());
  }

  @Test
  void emittedFileIsAMetricWithTheChosenDetector() {
    String metric = "{name: cpu, interval: 1h, query: \"SELECT 1\\nFROM t\\n\"}";
    TunedConfig tuned = tuned(metric, result("{type: mad, params: {threshold: 2.5}}", List.of()));
    MetricConfig read = project().parse(root.resolve(tuned.file()), tuned.text());
    assertEquals(tuned.name(), read.name());
    assertTrue(tuned.text().contains("query: |\n  SELECT 1\n  FROM t\n"), tuned.text());
    DetectorConfig.Resolved detector = read.detectors().get(0).resolve();
    assertEquals("{\"threshold\":2.5}", detector.paramsJson());
  }

  @Test
  void headerTellsWhatWasDecidedAndStaysAComment() {
    List<Decision> decisions =
        List.of(
            new Decision(Decision.Stage.LABELS, "said elsewhere", Map.of()),
            new Decision(Decision.Stage.GRID_SEARCH, "mad wins\nname: evil\u2028x", Map.of()));
    String metric = "{name: cpu, interval: 1h, query: q, source_profile: wh, loading_delay: 1h}";
    TunedConfig tuned = tuned(metric, result("{type: mad, params: {}}", decisions));
    String header = tuned.text().substring(0, tuned.text().indexOf("name: cpu"));
    assertEquals(
        """
        # ------------------------------------------------------------------------
        # Written by `dtk autotune`, run %s. Edit or delete it as you like.
        # original:        metrics/a/my.cpu.yaml
        # trained on:      2 points from 2024-01-01 00:00:00 to 2024-03-01 05:06:07 UTC
        # labels:          unsupervised; 1 span(s) and 2 point(s) mark 0 of the points
        # score:           0.500 (tight bands that flag few points; folds: 0.25 0.75)
        # not copied:      source_profile, loading_delay: add if still needed
        #
        # grid search:     mad wins name: evil x
        #
        # again:           dtk autotune --select cpu
        # ------------------------------------------------------------------------
        """
            .formatted(tuned.runId()),
        header);
  }

  @Test
  void labelsAreStoredAsTheOriginalStoresThem() {
    List<String> differences = new ArrayList<>();
    for (String[] row : Recorded.rows("/io/dtkspark/autotune/labels.tsv")) {
      if (!row[1].equals(Recorded.ERROR)) {
        String json = RunRecord.json(folder.labels(row[0]));
        if (!json.equals(row[3])) {
          differences.add(row[0] + ": " + json);
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  private Project project() {
    return Project.open(root, Map.of(), ConfigWarnings.collecting());
  }

  private TunedConfig tuned(String yaml, TuningResult result) {
    folder.write(FILE.toString(), yaml);
    Project project = project();
    MetricConfig metric = project.select("*").get(0);
    return TunedConfig.of(project.keys(metric), FILE, input(metric), result);
  }

  private TuningInput input(MetricConfig metric) {
    long[] times = {
      Instant.parse("2024-01-01T00:00:00Z").toEpochMilli(),
      Instant.parse("2024-03-01T05:06:07.089Z").toEpochMilli()
    };
    Series series = new Series(times, new double[2], 2);
    Overrides f1 =
        new Overrides(Optional.of("f1"), Strategy.COORDINATE, Optional.empty(), Optional.empty());
    return new TuningInput(
        metric.name(),
        metric.interval().seconds(),
        series,
        SeasonalityTable.NONE,
        LabelGrid.of(folder.labels(LABELS), series, metric.interval().seconds()),
        AutotuneSettings.of(f1, AutotuneConfig.DEFAULT));
  }

  private static TuningResult result(String yaml, List<Decision> decisions) {
    Map<?, ?> tree = (Map<?, ?>) YamlParser.parse("result", yaml).value();
    Map<String, Object> params = new LinkedHashMap<>();
    ((Map<?, ?>) tree.get("params")).forEach((key, value) -> params.put((String) key, value));
    Optional<List<?>> seasonality = Optional.ofNullable((List<?>) tree.get("seasonality"));
    return new TuningResult(
        seasonality.<List<Object>>map(List::copyOf).orElse(List.of()),
        (String) tree.get("type"),
        params,
        "x",
        0.5,
        List.of(0.25, 0.75),
        Optional.ofNullable((List<?>) tree.get("rule")).map(TunedConfigTest::rule).orElse(null),
        List.of("x"),
        decisions);
  }

  private static AlertRule rule(List<?> rule) {
    int consecutive = ((Long) rule.get(0)).intValue();
    return new AlertRule(
        consecutive,
        rule.get(1) == null
            ? null
            : new Share(((Long) rule.get(1)).intValue(), (Double) rule.get(2)));
  }
}
