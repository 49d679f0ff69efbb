package io.dtkspark.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code autotune} block of a metric. */
final class AutotuneReader {

  private static final List<String> DETECTOR_TYPES = List.of("iqr", "mad", "zscore");
  private static final List<String> SCORING_METRICS =
      List.of("balanced_accuracy", "event_f1", "f1", "f_beta", "mcc", "pr_auc", "roc_auc");

  private AutotuneReader() {}

  static AutotuneConfig read(ConfigNode node, ConfigWarnings warnings) {
    Fields fields = node.fields(warnings);
    AutotuneConfig defaults = AutotuneConfig.DEFAULT;
    AutotuneConfig config =
        new AutotuneConfig(
            fields.flag("enabled", defaults.enabled()),
            fields
                .optional("detector_types")
                .map(AutotuneReader::detectorTypes)
                .orElse(defaults.detectorTypes()),
            fields.optional("scoring_metric").map(metric -> metric.oneOf(SCORING_METRICS)),
            fields.orElse("beta", AutotuneReader::beta, defaults.beta()),
            fields.optionalText("labels_file").filter(file -> !file.isEmpty()),
            incidents(fields),
            fields
                .optional("seasonality_candidates")
                .map(AutotuneReader::columns)
                .orElse(defaults.seasonalityCandidates()),
            fields
                .optional("force_seasonality")
                .map(AutotuneReader::grouping)
                .orElse(defaults.forceSeasonality()),
            fields.orElse("fixed_params", AutotuneReader::params, defaults.fixedParams()),
            fields.whole("folds", defaults.folds(), 2, Integer.MAX_VALUE),
            fields.orElse("stability_lambda", AutotuneReader::lambda, defaults.stabilityLambda()),
            fields.optional("max_history").map(limit -> limit.whole(1, Integer.MAX_VALUE)));
    fields.done();
    return config;
  }

  private static List<String> detectorTypes(ConfigNode node) {
    requireNotEmpty(node, "all types");
    return node.items().stream().map(type -> type.oneOf(DETECTOR_TYPES)).toList();
  }

  private static double beta(ConfigNode node) {
    double beta = node.number();
    if (beta <= 0) {
      throw node.mismatch("a number above 0");
    }
    return beta;
  }

  private static double lambda(ConfigNode node) {
    double lambda = node.number();
    if (lambda < 0) {
      throw node.mismatch("a number, 0 or more");
    }
    return lambda;
  }

  private static List<String> columns(ConfigNode node) {
    return node.items().stream()
        .map(column -> column.oneOf(MetricReader.SEASONALITY_COLUMNS))
        .toList();
  }

  /** Column names stay texts and groups stay lists: both enter detector ids as they are. */
  private static List<Object> grouping(ConfigNode node) {
    requireNotEmpty(node, "a search");
    return node.items().stream().map(AutotuneReader::component).toList();
  }

  private static Object component(ConfigNode node) {
    return node.isList() ? columns(node) : node.oneOf(MetricReader.SEASONALITY_COLUMNS);
  }

  private static Map<String, Object> params(ConfigNode node) {
    Map<String, Object> params = new LinkedHashMap<>();
    ConfigNode mapping = node.withTextKeys();
    mapping.keys().forEach(key -> params.put(key, mapping.child(key).orElseThrow().value()));
    return params;
  }

  private static void requireNotEmpty(ConfigNode node, String otherwise) {
    if (node.items().isEmpty()) {
      throw node.problem("the list is empty; leave the key out for " + otherwise);
    }
  }

  private static IncidentLabels incidents(Fields fields) {
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
    if (incidents.isEmpty()) {
      return IncidentLabels.NONE;
    }
    incidents.get().items().forEach(ConfigNode::withTextKeys);
    IncidentReader reader = new IncidentReader(timezone, fields.warnings());
    return new IncidentLabels(reader.incidents(incidents.get()), List.of(), List.of());
  }
}
