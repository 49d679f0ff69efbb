package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.config.python.PythonText;
import io.dtkspark.config.python.Whitespace;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads a file of {@code metrics/}. */
final class MetricReader {

  static final List<String> SEASONALITY_COLUMNS =
      List.of("day_of_month", "day_of_week", "hour", "is_holiday", "is_weekend", "month");

  private static final int MAX_LOADING_BATCH_SIZE = 1_000_000;
  private static final String NAME_CHARACTERS = "letters, digits, _ and -";

  private MetricReader() {}

  /** The metric stands at the top of the file or under the key {@code metric}. */
  static MetricConfig read(ConfigNode root, ConfigWarnings warnings) {
    if (!PythonNumbers.isTruthy(root.value())) {
      throw root.problem("the file is empty; a metric needs at least name, interval and query");
    }
    Optional<ConfigNode> nested = root.child("metric").filter(ConfigNode::isMapping);
    if (nested.isPresent()) {
      Fields outside = root.fields(warnings);
      // Selectors look at these two at the top even when the metric is nested.
      List.of("metric", "name", "tags").forEach(outside::present);
      outside.done();
    }
    return read(nested.orElse(root).fields(warnings));
  }

  private static MetricConfig read(Fields fields) {
    Late<Interval> interval = interval(fields);
    MetricConfig.Builder metric =
        new MetricConfig.Builder(name(fields), interval)
            .file(fields.node().file().path())
            .description(fields.optionalText("description"))
            .synonyms(fields.optional("ai_context").map(n -> synonyms(n, fields)).orElse(List.of()))
            .tags(fields.optional("tags").map(MetricReader::tags).orElse(List.of()))
            .sourceProfile(fields.optionalText("source_profile"))
            .queryColumns(
                fields
                    .optional("query_columns")
                    .map(node -> queryColumns(node, fields.warnings()))
                    .orElse(QueryColumns.DEFAULT))
            .loadingStart(
                fields
                    .optional("loading_start_time")
                    .map(LoadingStart::read)
                    .filter(start -> !start.forLoading().text().isEmpty()))
            .seasonalityColumns(
                fields.orElse("seasonality_columns", MetricReader::seasonality, List.of()))
            .loadingBatchSize(
                fields.whole(
                    "loading_batch_size",
                    MetricConfig.DEFAULT_LOADING_BATCH_SIZE,
                    1,
                    MAX_LOADING_BATCH_SIZE))
            .loadingDelaySeconds(loadingDelay(fields))
            .detectors(detectors(fields))
            .alerting(AlertReader.readAll(fields, interval.value()))
            .autotune(
                fields
                    .optional("autotune")
                    .map(node -> AutotuneReader.read(node, fields.warnings()))
                    .orElse(AutotuneConfig.DEFAULT))
            .enabled(fields.flag("enabled", true));
    readQuery(fields, metric);
    checkUnused(fields);
    fields.done();
    return metric.build();
  }

  private static String name(Fields fields) {
    ConfigNode node = fields.required("name", "the name of the metric");
    String name = node.text();
    if (name.isEmpty() || !PythonText.consistsOfAlnumOr("_-", name)) {
      throw node.mismatch("a name of " + NAME_CHARACTERS);
    }
    return name;
  }

  private static Late<Interval> interval(Fields fields) {
    ConfigNode node = fields.required("interval", DurationText.EXPECTED);
    DurationText written = node.duration();
    try {
      return Late.of(written.text(), written.interval());
    } catch (IllegalArgumentException e) {
      return Late.failing(written.text(), node.mismatch(DurationText.EXPECTED));
    }
  }

  private static List<String> tags(ConfigNode node) {
    List<String> tags = node.texts();
    if (tags.isEmpty()) {
      throw node.problem("the list is empty; leave the key out for no tags");
    }
    for (ConfigNode tag : node.items()) {
      if (tag.text().isEmpty() || !PythonText.consistsOfAlnumOr("_-", tag.text())) {
        throw tag.mismatch("a tag of " + NAME_CHARACTERS);
      }
    }
    return distinct(node, tags);
  }

  private static List<String> seasonality(ConfigNode node) {
    node.items().forEach(column -> column.oneOf(SEASONALITY_COLUMNS));
    return distinct(node, node.texts());
  }

  private static List<String> distinct(ConfigNode node, List<String> texts) {
    HashSet<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!seen.add(text)) {
        throw node.problem("'" + text + "' stands there twice; remove one");
      }
    }
    return texts;
  }

  private static QueryColumns queryColumns(ConfigNode node, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    QueryColumns columns =
        new QueryColumns(
            fields.text("timestamp", QueryColumns.DEFAULT.timestamp()),
            fields.text("metric", QueryColumns.DEFAULT.value()),
            fields.optional("seasonality").map(ConfigNode::texts).orElse(List.of()));
    fields.done();
    return columns;
  }

  static Optional<Long> loadingDelay(Fields fields) {
    return fields
        .optional("loading_delay")
        .map(
            node -> {
              try {
                return node.duration().delaySeconds();
              } catch (IllegalArgumentException e) {
                throw node.mismatch(DurationText.EXPECTED + "; 0 for no delay");
              }
            });
  }

  private static List<DetectorConfig> detectors(Fields fields) {
    return fields.orElse(
        "detectors",
        node ->
            node.items().stream()
                .map(item -> (DetectorConfig) ConfiguredDetector.read(item, fields.warnings()))
                .toList(),
        List.of());
  }

  private static void readQuery(Fields fields, MetricConfig.Builder metric) {
    Optional<String> query = fields.optionalText("query");
    Optional<String> queryFile = fields.optionalText("query_file");
    if (query.isPresent() && queryFile.isPresent()) {
      throw fields
          .present("query_file")
          .orElseThrow()
          .problem("query is set as well; keep one of query and query_file");
    }
    if (query.isEmpty() && queryFile.isEmpty()) {
      throw fields.node().missing("query", "query or query_file");
    }
    metric.query(query).queryFile(queryFile);
  }

  /** Keys of other commands, and those detectkit reads without using them. */
  private static void checkUnused(Fields fields) {
    fields.checkOptionalTexts("profile");
    fields.fraction("false_alert_budget");
    fields
        .optional("tables")
        .ifPresent(
            node -> {
              Fields tables = node.fields(fields.warnings());
              tables.checkOptionalTexts("datapoints", "detections");
              tables.done();
            });
  }

  /** The synonyms of {@code ai_context}, of which nothing else is used; each once. */
  private static List<String> synonyms(ConfigNode node, Fields metric) {
    if (node.value() instanceof String) {
      return List.of();
    }
    Fields fields = node.fields(metric.warnings());
    fields.checkOptionalTexts("instructions");
    List<String> synonyms = fields.texts("synonyms");
    fields.texts("examples");
    fields.done();
    return synonyms.stream().map(Whitespace::strip).filter(s -> !s.isEmpty()).distinct().toList();
  }
}
