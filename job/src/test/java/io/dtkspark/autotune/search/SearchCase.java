package io.dtkspark.autotune.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.autotune.AutotuneSettings;
import io.dtkspark.autotune.AutotuneSettings.Strategy;
import io.dtkspark.autotune.ScoringMetric;
import io.dtkspark.autotune.SeasonalityTable;
import io.dtkspark.autotune.SeasonalityTable.Column;
import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.label.LabelGrid;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.IncidentLabels.Span;
import io.dtkspark.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** A recorded series with its settings; columns come from the time as in make_autotune.py. */
public record SearchCase(JsonNode json) {

  private static final long START = 1_704_067_200_000L;
  private static final long HOUR = 3_600_000;

  private static final Map<String, LongFunction<String>> COLUMNS =
      Map.of(
          "hour", millis -> Long.toString(hour(millis)),
          "day_of_week", millis -> Long.toString(day(millis)),
          "is_weekend", millis -> day(millis) >= 5 ? "True" : "False",
          "part", millis -> hour(millis) < 12 ? "am" : "pm");

  private static long hour(long millis) {
    return millis / HOUR % 24;
  }

  private static long day(long millis) {
    return (millis - START) / (24 * HOUR) % 7;
  }

  static Stream<SearchCase> all() {
    return Golden.read("searches.json", "searches").map(SearchCase::new);
  }

  public static SearchCase named(String name) {
    return all().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  boolean fails() {
    return expected().has("fails");
  }

  String name() {
    return json.get("name").asText();
  }

  JsonNode expected() {
    return json.get("expected");
  }

  TuningInput input() {
    List<String> columns = new ArrayList<>();
    json.get("columns").forEach(column -> columns.add(column.asText()));
    return input(
        Golden.numbers(json.get("values")),
        json.get("interval").asLong(),
        columns,
        labels(),
        settings(Strategy.COORDINATE, AutotuneSettings.DEFAULT_MAX_CANDIDATES, Optional.empty()));
  }

  static TuningInput input(
      double[] values,
      long intervalSeconds,
      List<String> columns,
      IncidentLabels labels,
      AutotuneSettings settings) {
    long[] times = new long[values.length];
    for (int row = 0; row < times.length; row++) {
      times[row] = START + row * intervalSeconds * 1000;
    }
    List<Column> table = columns.stream().map(name -> column(name, times, values)).toList();
    Series series = new Series(times, values, values.length);
    return new TuningInput(
        "orders",
        intervalSeconds,
        series,
        new SeasonalityTable(table),
        LabelGrid.of(labels, series, intervalSeconds),
        settings);
  }

  private static Column column(String name, long[] times, double[] values) {
    List<String> labels = new ArrayList<>();
    int[] codes = new int[times.length];
    for (int row = 0; row < codes.length; row++) {
      String label = Double.isNaN(values[row]) ? null : COLUMNS.get(name).apply(times[row]);
      if (!labels.contains(label)) {
        labels.add(label);
      }
      codes[row] = labels.indexOf(label);
    }
    return new Column(name, codes, labels);
  }

  /** Recorded as half-open ranges of rows; labels include both ends. */
  private IncidentLabels labels() {
    long interval = json.get("interval").asLong() * 1000;
    List<Incident> incidents = new ArrayList<>();
    for (JsonNode range : json.get("incidents")) {
      Instant start = Instant.ofEpochMilli(START + range.get(0).asLong() * interval);
      Instant end = Instant.ofEpochMilli(START + (range.get(1).asLong() - 1) * interval);
      incidents.add(new Incident(new Span(start, end), false, Optional.empty(), name()));
    }
    return new IncidentLabels(incidents, List.of(), List.of());
  }

  AutotuneSettings settings(Strategy strategy, int maxCandidates, Optional<Duration> budget) {
    JsonNode node = json.get("settings");
    return new AutotuneSettings(
        ScoringMetric.of(node.path("metric").asText("mcc")),
        node.path("beta").asDouble(1.0),
        texts(node.path("allowed_detector_types")),
        texts(node.path("allowed_seasonality")),
        items(node.path("force_seasonality")),
        Golden.map(node.path("fixed_params")),
        node.path("fold_count").asInt(5),
        node.path("stability_lambda").asDouble(0.5),
        AutotuneSettings.DEFAULT_MAX_HISTORY,
        strategy,
        maxCandidates,
        budget.orElse(null));
  }

  /** The same case searched otherwise. */
  public TuningInput input(Strategy strategy, int maxCandidates, Optional<Duration> budget) {
    TuningInput input = input();
    return new TuningInput(
        input.metric(),
        input.intervalSeconds(),
        input.series(),
        input.seasonality(),
        input.labels(),
        settings(strategy, maxCandidates, budget));
  }

  private static List<Object> items(JsonNode list) {
    List<Object> items = new ArrayList<>();
    list.forEach(item -> items.add(Golden.value(item)));
    return items;
  }

  private static List<String> texts(JsonNode list) {
    return items(list).stream().map(String::valueOf).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
