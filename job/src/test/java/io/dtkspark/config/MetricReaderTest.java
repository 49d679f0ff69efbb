package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricReaderTest {

  private static final String SMALLEST = "name: m\nquery: SELECT 1\ninterval: 10min\n";

  @Test
  void synonymsAreKeptOnceEach() {
    String context = "ai_context: {synonyms: [' sales', sales, '', turnover], examples: [x]}";
    String metric = "{name: m, query: q, interval: 60, " + context + "}";
    assertEquals(List.of("sales", "turnover"), Yaml.metric(metric).synonyms());
    assertEquals(
        List.of(), Yaml.metric("{name: m, query: q, interval: 60, ai_context: text}").synonyms());
  }

  @Test
  void smallestMetricHasTheDefaults() {
    MetricConfig metric = Yaml.metric(SMALLEST);
    MetricConfig expected =
        MetricConfig.builder("m", new Interval(600, "10min"))
            .file(Yaml.ROOT.resolve("metrics/m.yml"))
            .query(Optional.of("SELECT 1"))
            .build();
    assertEquals(expected, metric);
    assertEquals(10_000, metric.loadingBatchSize());
    assertTrue(metric.enabled());
  }

  @Test
  void everyKeyIsRead() {
    MetricConfig metric =
        Yaml.metric(
            """
            metric:
              name: orders
              description: "Orders per hour"
              tags: [critical, 日本]
              profile: unused
              source_profile: warehouse
              query_file: sql/orders.sql
              query_columns: {timestamp: ts, metric: v, seasonality: [league]}
              interval: 3600
              loading_start_time: "2024-01-01 00:00:00"
              seasonality_columns: [hour, day_of_week]
              loading_batch_size: 500
              loading_delay: 10min
              tables: {datapoints: a, detections: b}
              autotune: {folds: 3}
              ai_context: "what it means"
              false_alert_budget: 0.3
              detectors: [{type: mad}, {type: iqr, params: {threshold: 3}}]
              alerting: {channels: [ops]}
              enabled: no
            """);
    assertEquals("orders", metric.name());
    assertEquals(Optional.of("Orders per hour"), metric.description());
    assertEquals(List.of("critical", "日本"), metric.tags());
    assertEquals(Optional.of("warehouse"), metric.sourceProfile());
    assertEquals(Optional.empty(), metric.query());
    assertEquals(Optional.of("sql/orders.sql"), metric.queryFile());
    assertEquals(new QueryColumns("ts", "v", List.of("league")), metric.queryColumns());
    assertEquals(new Interval(3600, "3600"), metric.interval());
    assertEquals(Optional.of(1_704_067_200_000L), metric.loadingStartTime());
    assertEquals(List.of("hour", "day_of_week"), metric.seasonalityColumns());
    assertEquals(500, metric.loadingBatchSize());
    assertEquals(Optional.of(600L), metric.loadingDelaySeconds());
    assertEquals(
        List.of("mad", "iqr"), metric.detectors().stream().map(DetectorConfig::type).toList());
    assertEquals(List.of("ops"), metric.alerting().get(0).channels());
    assertFalse(metric.enabled());
  }

  @Test
  void wrongIntervalFailsOnlyWhenTheMetricRuns() {
    MetricConfig metric = Yaml.metric("name: m\nquery: q\ninterval: \"90\"\n");
    assertEquals("90", metric.lateInterval().text());
    DtkException e = assertThrows(DtkException.class, metric::interval);
    assertTrue(
        e.getMessage().startsWith("metrics/m.yml:3: interval: got \"90\"; expected a duration"),
        e.getMessage());
  }

  @Test
  void startTimeIsReadStrictlyForLoadingAndLeniently() {
    LoadingStart start = start("\"2024-01-01\"");
    assertEquals(Optional.of(1_704_067_200_000L), start.forDetection().value());
    DtkException e = assertThrows(DtkException.class, () -> start.forLoading().get());
    assertTrue(
        e.getMessage()
            .startsWith(
                "metrics/m.yml:4: loading_start_time: got \"2024-01-01\"; expected \"YYYY-MM-DD"),
        e.getMessage());
    assertTrue(start("soon").forDetection().value().isEmpty());
  }

  private static LoadingStart start(String value) {
    return Yaml.metric(SMALLEST + "loading_start_time: " + value + "\n")
        .loadingStart()
        .orElseThrow();
  }

  @Test
  void emptyStartTimeIsNone() {
    assertEquals(
        Optional.empty(), Yaml.metric(SMALLEST + "loading_start_time: ''\n").loadingStartTime());
  }

  @Test
  void zeroDelayInAnySpellingIsADelayOfZero() {
    for (String zero : List.of("0", "'0'", "0s", "0min", "'00 h'", "false")) {
      MetricConfig metric = Yaml.metric(SMALLEST + "loading_delay: " + zero + "\n");
      assertEquals(Optional.of(0L), metric.loadingDelaySeconds(), zero);
    }
  }

  @Test
  void unknownKeysAreWarningsWithTheNearestKey() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    String yaml = SMALLEST + "detector: []\nalerting:\n  chanels: [a]\n  xyzzy: 1\n";
    MetricReader.read(Yaml.node(yaml), warnings);
    assertEquals(
        List.of(
            new ConfigWarning.UnknownKey("metrics/m.yml", 4, "detector", "detectors"),
            new ConfigWarning.UnknownKey("metrics/m.yml", 6, "alerting.chanels", "channels"),
            new ConfigWarning.UnknownKey("metrics/m.yml", 7, "alerting.xyzzy", "")),
        warnings.all());
    assertEquals(
        "unknown key 'detector' has no effect; did you mean 'detectors'?",
        warnings.all().get(0).message());
  }

  @Test
  void unknownKeysAreErrorsWhenStrict() {
    DtkException e =
        assertThrows(
            DtkException.class,
            () -> MetricReader.read(Yaml.node(SMALLEST + "tag: [a]\n"), ConfigWarnings.strict()));
    assertEquals(
        "metrics/m.yml:4: unknown key 'tag' has no effect; did you mean 'tags'?", e.getMessage());
  }

  @Test
  void keysBesideANestedMetricAreUnknownButThoseOfSelectors() {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    String yaml = "metric: {name: m, query: q, interval: 60}\ntags: [a]\ninterval: 5\n";
    MetricReader.read(Yaml.node(yaml), warnings);
    assertEquals(
        List.of(new ConfigWarning.UnknownKey("metrics/m.yml", 3, "interval", "")), warnings.all());
  }

  @Test
  void knownKeysThatNothingUsesAreNoWarnings() {
    String yaml = SMALLEST + "profile: p\ntables: {datapoints: d}\nai_context: {examples: []}\n";
    MetricReader.read(Yaml.node(yaml), ConfigWarnings.strict());
    ConfigWarnings warnings = ConfigWarnings.collecting();
    MetricReader.read(Yaml.node(yaml + "tables: {tasks: t}\n"), warnings);
    assertEquals(1, warnings.all().size());
  }
}
