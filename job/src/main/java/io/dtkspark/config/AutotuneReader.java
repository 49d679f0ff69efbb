package io.dtkspark.config;

import java.util.List;
import java.util.Optional;

/** Checks the {@code autotune} block of a metric. */
final class AutotuneReader {

  private static final List<String> DETECTOR_TYPES = List.of("iqr", "mad", "zscore");
  private static final List<String> SCORING_METRICS =
      List.of("balanced_accuracy", "event_f1", "f1", "f_beta", "mcc", "pr_auc", "roc_auc");

  private AutotuneReader() {}

  static void check(ConfigNode node, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    fields.flag("enabled", true);
    fields.optional("detector_types").ifPresent(AutotuneReader::checkDetectorTypes);
    fields.optional("scoring_metric").ifPresent(metric -> metric.oneOf(SCORING_METRICS));
    fields.present("beta").ifPresent(AutotuneReader::checkBeta);
    fields.optional("seasonality_candidates").ifPresent(AutotuneReader::checkColumns);
    fields.optional("force_seasonality").ifPresent(AutotuneReader::checkGrouping);
    fields.present("fixed_params").ifPresent(ConfigNode::withTextKeys);
    fields.whole("folds", 5, 2, Integer.MAX_VALUE);
    fields.present("stability_lambda").ifPresent(AutotuneReader::checkLambda);
    fields.optional("max_history").ifPresent(limit -> limit.whole(1, Integer.MAX_VALUE));
    checkIncidents(fields);
    fields.done();
  }

  private static void checkDetectorTypes(ConfigNode node) {
    requireNotEmpty(node, "all types");
    node.items().forEach(type -> type.oneOf(DETECTOR_TYPES));
  }

  private static void checkBeta(ConfigNode node) {
    if (node.number() <= 0) {
      throw node.mismatch("a number above 0");
    }
  }

  private static void checkLambda(ConfigNode node) {
    if (node.number() < 0) {
      throw node.mismatch("a number, 0 or more");
    }
  }

  private static void checkColumns(ConfigNode node) {
    node.items().forEach(column -> column.oneOf(MetricReader.SEASONALITY_COLUMNS));
  }

  private static void checkGrouping(ConfigNode node) {
    requireNotEmpty(node, "a search");
    for (ConfigNode component : node.items()) {
      if (component.isList()) {
        checkColumns(component);
      } else {
        component.oneOf(MetricReader.SEASONALITY_COLUMNS);
      }
    }
  }

  private static void requireNotEmpty(ConfigNode node, String otherwise) {
    if (node.items().isEmpty()) {
      throw node.problem("the list is empty; leave the key out for " + otherwise);
    }
  }

  private static void checkIncidents(Fields fields) {
    Optional<String> labelsFile = fields.optionalText("labels_file").filter(f -> !f.isEmpty());
    Optional<ConfigNode> incidents = fields.optional("incidents");
    Optional<ConfigNode> timezone =
        fields.optional("incidents_timezone").filter(zone -> !zone.text().isEmpty());
    boolean some = incidents.filter(list -> !list.items().isEmpty()).isPresent();
    if (some && labelsFile.isPresent()) {
      throw incidents
          .get()
          .problem("labels_file is set as well; keep one of labels_file and incidents");
    }
    if (!some && timezone.isPresent()) {
      throw timezone.get().problem("has no effect without incidents; remove it or list some");
    }
    incidents.ifPresent(list -> IncidentReader.check(list, timezone, fields.warnings()));
  }
}
