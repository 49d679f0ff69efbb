package io.dtkspark.config;

import io.dtkspark.config.python.PythonTime;
import io.dtkspark.config.python.Whitespace;
import io.dtkspark.json.CodePointOrder;
import io.dtkspark.json.JsonTree;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    AlertMessage message = message(fields);
    Optional<String> timezone = fields.optionalText("timezone");
    List<String> channels = fields.texts("channels");
    int minDetectors = fields.whole("min_detectors", 1, 1, Integer.MAX_VALUE);
    String direction = fields.orElse("direction", node -> node.oneOf(DIRECTIONS), "same");
    int consecutive = fields.whole("consecutive_anomalies", 3, 1, Integer.MAX_VALUE);
    Map<String, Object> identity = new HashMap<>();
    identity.put("channels", channels.stream().sorted(CodePointOrder.COMPARATOR).toList());
    identity.put("min_detectors", (long) minDetectors);
    identity.put("direction", direction);
    identity.put("consecutive_anomalies", (long) consecutive);
    AlertTiming timing = timing(fields, interval, identity);
    AlertConfig alert =
        new AlertConfig(
            DetectorIdentity.hash("MD5", JsonTree.text(identity)),
            fields.flag("enabled", true),
            timezone,
            channels,
            minDetectors,
            direction,
            consecutive,
            fields.flag("no_data_alert", false),
            timing,
            message);
    fields.done();
    return alert;
  }

  private static AlertTiming timing(
      Fields fields, Optional<Interval> interval, Map<String, Object> identity) {
    Optional<Late<Interval>> cooldown =
        fields
            .optional("alert_cooldown")
            .filter(node -> !node.duration().isFalsy())
            .map(AlertReader::cooldown);
    boolean endsOnRecovery = fields.flag("cooldown_reset_on_recovery", true);
    identity.put("alert_cooldown", cooldown.map(Late::text).orElse(null));
    identity.put("cooldown_reset_on_recovery", endsOnRecovery);
    return new AlertTiming(
        fraction(fields, interval, identity),
        cooldown,
        endsOnRecovery,
        fields.flag("notify_on_recovery", false),
        fields.optional("suppress_until").map(AlertReader::utcMillis));
  }

  private static Late<Interval> cooldown(ConfigNode node) {
    DurationText written = node.duration();
    try {
      return Late.of(written.text(), written.interval());
    } catch (IllegalArgumentException e) {
      return Late.failing(written.text(), node.mismatch(DurationText.EXPECTED));
    }
  }

  /** Window and share come as a pair; the window must hold two points or any single one fires. */
  private static Optional<AlertTiming.Fraction> fraction(
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
      return Optional.empty();
    }
    if (interval.isPresent() && length.get().seconds() < 2 * interval.get().seconds()) {
      throw window.get().mismatch("at least two intervals of the metric, " + interval.get().text());
    }
    identity.put("anomaly_window", window.get().duration().text());
    identity.put("min_anomaly_share", share.get());
    return Optional.of(new AlertTiming.Fraction(length.get(), share.get()));
  }

  private static Interval window(ConfigNode node) {
    try {
      return node.duration().interval();
    } catch (IllegalArgumentException e) {
      throw node.mismatch(DurationText.EXPECTED);
    }
  }

  private static long utcMillis(ConfigNode node) {
    return PythonTime.parse(Whitespace.strip(node.text()), SUPPRESS_UNTIL)
        .orElseThrow(
            () -> node.mismatch("a UTC time such as \"2026-04-11 18:00:00\" or \"2026-04-11\""))
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }

  private static AlertMessage message(Fields fields) {
    AlertMessage.Templates templates =
        new AlertMessage.Templates(
            filled(fields, "template_single"),
            filled(fields, "template_consecutive"),
            filled(fields, "template_recovery"),
            filled(fields, "template_no_data"));
    List<String> mentions = fields.texts("mentions");
    Optional<ConfigNode> dashboard =
        fields.optional("dashboard_url").filter(node -> !node.text().isEmpty());
    dashboard.ifPresent(AlertReader::requireUrl);
    Map<String, String> links = new LinkedHashMap<>();
    Optional<ConfigNode> written = fields.present("links").map(ConfigNode::withTextKeys);
    for (String label : written.map(ConfigNode::keys).orElse(List.of())) {
      ConfigNode link = written.orElseThrow().child(label).orElseThrow();
      requireUrl(link);
      links.put(label, link.text());
    }
    return new AlertMessage(
        templates, mentions, dashboard.map(ConfigNode::text), Collections.unmodifiableMap(links));
  }

  private static Optional<String> filled(Fields fields, String key) {
    return fields.optionalText(key).filter(text -> !text.isEmpty());
  }

  private static void requireUrl(ConfigNode node) {
    if (!node.text().startsWith("http://") && !node.text().startsWith("https://")) {
      throw node.mismatch(URL);
    }
  }
}
