package io.dtkspark.autotune.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.dtkspark.autotune.search.SearchSettings.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/** A recorded series with its settings; columns come from the time as in make_autotune.py. */
record SearchCase(JsonNode json) {

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

  String name() {
    return json.get("name").asText();
  }

  JsonNode expected() {
    return json.get("expected");
  }

  TuningSeries series() {
    List<String> columns = new ArrayList<>();
    json.get("columns").forEach(column -> columns.add(column.asText()));
    return series(Golden.numbers(json.get("values")), json.get("interval").asLong(), columns);
  }

  static TuningSeries series(double[] values, long intervalSeconds, List<String> columns) {
    long[] times = new long[values.length];
    for (int row = 0; row < times.length; row++) {
      times[row] = START + row * intervalSeconds * 1000;
    }
    return new TuningSeries(
        times,
        values,
        intervalSeconds,
        columns.stream().map(name -> column(name, times, values)).toList());
  }

  private static SeasonalColumn column(String name, long[] times, double[] values) {
    List<String> labels = new ArrayList<>();
    int[] codes = new int[times.length];
    for (int row = 0; row < codes.length; row++) {
      String label = Double.isNaN(values[row]) ? null : COLUMNS.get(name).apply(times[row]);
      if (!labels.contains(label)) {
        labels.add(label);
      }
      codes[row] = labels.indexOf(label);
    }
    return new SeasonalColumn(name, codes, labels);
  }

  GroundTruth truth() {
    boolean[] incident = new boolean[json.get("values").size()];
    for (JsonNode range : json.get("incidents")) {
      for (int row = range.get(0).asInt(); row < range.get(1).asInt(); row++) {
        incident[row] = true;
      }
    }
    return new GroundTruth(incident, json.get("incidents").size(), 0);
  }

  SearchSettings settings() {
    JsonNode node = json.get("settings");
    Scoring scoring =
        new Scoring(
            ScoringMetric.valueOf(node.path("metric").asText("mcc").toUpperCase(Locale.ROOT)),
            node.path("beta").asDouble(1.0),
            0.01,
            node.path("stability_lambda").asDouble(0.5));
    return new SearchSettings(
        scoring,
        node.path("fold_count").asInt(5),
        texts(node.path("allowed_detector_types")),
        texts(node.path("allowed_seasonality")),
        items(node.path("force_seasonality")),
        Golden.map(node.path("fixed_params")));
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
