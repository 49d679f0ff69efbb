package io.dtkspark.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of a metric that a tuned copy of it keeps, with the values they have once read. {@code
 * alerting} is the first block alone, as a mapping without the keys that have their defaults.
 *
 * @param values by key; what the metric does not set is absent
 * @param dropped keys that detectkit 0.67.2 leaves out of the copy although they change a run
 */
public record MetricKeys(Map<String, Object> values, List<String> dropped) {

  public MetricKeys {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    dropped = List.copyOf(dropped);
  }

  /** Reads a file that is known to be right. */
  static MetricKeys of(ConfigNode root) {
    ConfigNode metric = root.child("metric").filter(ConfigNode::isMapping).orElse(root);
    Copy copy = new Copy(metric);
    copy.unlessDefault("description", ConfigNode::text, "");
    copy.unlessDefault("tags", ConfigNode::texts, List.of());
    copy.unlessDefault("profile", ConfigNode::text, "");
    copy.always("query", ConfigNode::text);
    copy.always("query_file", node -> tidied(node.text()));
    copy.always("query_columns", MetricKeys::queryColumns);
    copy.always("interval", MetricKeys::duration);
    copy.unlessDefault("loading_start_time", ConfigNode::text, "");
    copy.always("loading_batch_size", MetricKeys::whole);
    copy.unlessDefault("seasonality_columns", ConfigNode::texts, List.of());
    firstAlert(metric).ifPresent(alert -> copy.values.put("alerting", alert));
    List<String> dropped = new ArrayList<>(List.of("source_profile", "loading_delay"));
    dropped.removeIf(key -> metric.child(key).filter(node -> !node.isNull()).isEmpty());
    return new MetricKeys(copy.values, dropped);
  }

  private static Map<String, Object> queryColumns(ConfigNode node) {
    Copy copy = new Copy(node);
    copy.values.put("timestamp", QueryColumns.DEFAULT.timestamp());
    copy.values.put("metric", QueryColumns.DEFAULT.value());
    copy.always("timestamp", ConfigNode::text);
    copy.always("metric", ConfigNode::text);
    copy.always("seasonality", ConfigNode::texts);
    return copy.values;
  }

  private static Optional<Map<String, Object>> firstAlert(ConfigNode metric) {
    return metric
        .child("alerting")
        .filter(node -> !node.isNull())
        .flatMap(node -> node.isMapping() ? Optional.of(node) : node.items().stream().findFirst())
        .map(MetricKeys::alert);
  }

  /** In the order in which detectkit writes them. */
  private static Map<String, Object> alert(ConfigNode block) {
    Copy copy = new Copy(block);
    copy.unlessDefault("enabled", ConfigNode::flag, true);
    copy.always("suppress_until", ConfigNode::text);
    copy.always("timezone", ConfigNode::text);
    copy.unlessDefault("channels", ConfigNode::texts, List.of());
    copy.unlessDefault("min_detectors", MetricKeys::whole, 1L);
    copy.unlessDefault("direction", ConfigNode::text, "same");
    copy.unlessDefault("consecutive_anomalies", MetricKeys::whole, 3L);
    copy.always("anomaly_window", MetricKeys::duration);
    copy.always("min_anomaly_share", ConfigNode::number);
    copy.unlessDefault("no_data_alert", ConfigNode::flag, false);
    copy.always("template_single", ConfigNode::text);
    copy.always("template_consecutive", ConfigNode::text);
    copy.always("alert_cooldown", MetricKeys::duration);
    copy.unlessDefault("cooldown_reset_on_recovery", ConfigNode::flag, true);
    copy.unlessDefault("notify_on_recovery", ConfigNode::flag, false);
    copy.always("template_recovery", ConfigNode::text);
    copy.always("template_no_data", ConfigNode::text);
    copy.unlessDefault("mentions", ConfigNode::texts, List.of());
    copy.always("dashboard_url", ConfigNode::text);
    copy.unlessDefault("links", MetricKeys::textsByKey, Map.of());
    return copy.values;
  }

  private static Map<String, Object> textsByKey(ConfigNode node) {
    Map<String, Object> texts = new LinkedHashMap<>();
    node.keys().forEach(key -> texts.put(key, node.child(key).orElseThrow().text()));
    return texts;
  }

  private static long whole(ConfigNode node) {
    return node.whole(1, Integer.MAX_VALUE);
  }

  /** A text, or a number of seconds. */
  private static Object duration(ConfigNode node) {
    DurationText written = node.duration();
    return written.seconds() ? (Object) Long.valueOf(written.text()) : written.text();
  }

  /** A path as Python's {@code Path} prints it: without empty parts and dots. */
  private static String tidied(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    String joined = (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }

  /** Values on their way from one mapping to another. Null counts as absent. */
  private static final class Copy {
    private final ConfigNode from;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Copy(ConfigNode from) {
      this.from = from;
    }

    void always(String key, Function<ConfigNode, Object> read) {
      from.child(key)
          .filter(node -> !node.isNull())
          .ifPresent(node -> values.put(key, read.apply(node)));
    }

    void unlessDefault(String key, Function<ConfigNode, Object> read, Object byDefault) {
      always(key, read);
      values.remove(key, byDefault);
    }
  }
}
