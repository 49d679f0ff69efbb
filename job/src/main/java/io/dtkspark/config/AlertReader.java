package io.dtkspark.config;

import io.dtkspark.config.python.PythonTime;
import io.dtkspark.config.python.Whitespace;
import io.dtkspark.json.CodePointOrder;
import io.dtkspark.json.JsonTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the alerting blocks of a metric. */
final class AlertReader {

  private static final List<String> DIRECTIONS = List.of("any", "down", "same", "up");
  private static final List<PythonTime> SUPPRESS_UNTIL =
      List.of(PythonTime.SECONDS, PythonTime.T_SECONDS, PythonTime.MINUTES, PythonTime.DAY);
  private static final String URL = "an http:// or https:// URL";

  private AlertReader() {}

  /** One block or a list of blocks. */
  static List<AlertConfig> readAll(Fields metric, Optional<Interval> interval) {
    Optional<ConfigNode> alerting = metric.optional("alerting");
    if (alerting.isEmpty()) {
      return List.of();
    }
    ConfigNode node = alerting.get();
    List<ConfigNode> blocks = node.isMapping() ? List.of(node) : node.items();
    return blocks.stream().map(b -> read(b.fields(metric.warnings()), interval)).toList();
  }

  private static AlertConfig read(Fields fields, Optional<Interval> interval) {
    Map<String, Object> identity = new HashMap<>();
    checkAppearance(fields);
    Optional<String> timezone = fields.optionalText("timezone");
    List<String> channels = fields.texts("channels");
    int minDetectors = fields.whole("min_detectors", 1, 1, Integer.MAX_VALUE);
    String direction = fields.orElse("direction", node -> node.oneOf(DIRECTIONS), "same");
    int consecutive = fields.whole("consecutive_anomalies", 3, 1, Integer.MAX_VALUE);
    identity.put("channels", channels.stream().sorted(CodePointOrder.COMPARATOR).toList());
    identity.put("min_detectors", (long) minDetectors);
    identity.put("direction", direction);
    identity.put("consecutive_anomalies", (long) consecutive);
    identity.put("alert_cooldown", cooldown(fields));
    identity.put("cooldown_reset_on_recovery", fields.flag("cooldown_reset_on_recovery", true));
    readFractionRule(fields, interval, identity);
    AlertConfig alert =
        new AlertConfig(
            DetectorIdentity.hash("MD5", JsonTree.text(identity)),
            fields.flag("enabled", true),
            timezone,
            channels,
            minDetectors,
            direction,
            consecutive,
            fields.flag("no_data_alert", false));
    fields.flag("notify_on_recovery", false);
    fields.done();
    return alert;
  }

  private static String cooldown(Fields fields) {
    return fields
        .optional("alert_cooldown")
        .map(ConfigNode::duration)
        .filter(duration -> !duration.isFalsy())
        .map(DurationText::text)
        .orElse(null);
  }

  /** Window and share come as a pair; the window must hold two points or any single one fires. */
  private static void readFractionRule(
      Fields fields, Optional<Interval> interval, Map<String, Object> identity) {
    Optional<ConfigNode> window = fields.optional("anomaly_window");
    Optional<Double> share = fields.fraction("min_anomaly_share");
    Optional<Interval> length = window.map(AlertReader::window);
    if (window.isPresent() != share.isPresent()) {
      throw fields
          .optional(window.isPresent() ? "anomaly_window" : "min_anomaly_share")
          .orElseThrow()
          .problem("anomaly_window and min_anomaly_share need each other; set both or none");
    }
    if (window.isEmpty()) {
      return;
    }
    if (interval.isPresent() && length.get().seconds() < 2 * interval.get().seconds()) {
      throw window.get().mismatch("at least two intervals of the metric, " + interval.get().text());
    }
    identity.put("anomaly_window", window.get().duration().text());
    identity.put("min_anomaly_share", share.get());
  }

  private static Interval window(ConfigNode node) {
    try {
      return node.duration().interval();
    } catch (IllegalArgumentException e) {
      throw node.mismatch(DurationText.EXPECTED);
    }
  }

  private static void checkAppearance(Fields fields) {
    fields.checkOptionalTexts(
        "template_single", "template_consecutive", "template_recovery", "template_no_data");
    fields.texts("mentions");
    fields
        .optional("suppress_until")
        .filter(node -> PythonTime.parse(Whitespace.strip(node.text()), SUPPRESS_UNTIL).isEmpty())
        .ifPresent(
            node -> {
              throw node.mismatch("a UTC time such as \"2026-04-11 18:00:00\" or \"2026-04-11\"");
            });
    fields
        .optional("dashboard_url")
        .filter(node -> !node.text().isEmpty())
        .ifPresent(AlertReader::requireUrl);
    fields
        .present("links")
        .map(ConfigNode::withTextKeys)
        .ifPresent(
            links -> links.keys().forEach(key -> requireUrl(links.child(key).orElseThrow())));
  }

  private static void requireUrl(ConfigNode node) {
    if (!node.text().startsWith("http://") && !node.text().startsWith("https://")) {
      throw node.mismatch(URL);
    }
  }
}
