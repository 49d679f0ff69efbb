package io.dtkspark.notify.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.alert.AlertRule;
import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Evidence;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeKind;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The event for programs: {@code format: json}, detectkit's schema version 1. Programs rely on
 * every key, so {@code source} keeps its name too.
 */
final class EventRenderer implements Renderer {

  static final String KIND_HEADER = "X-Detectkit-Event";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final Signature signature;

  EventRenderer(ChannelConfig config) {
    url = config.required("webhook_url");
    signature = new Signature(config);
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, String> headers = new LinkedHashMap<>(signature.headers());
    headers.put(KIND_HEADER, text.notice().kind().id());
    return signature.sign(HttpMessage.json(url, headers, event(text)));
  }

  private static Map<String, Object> event(NoticeText text) {
    Notice notice = text.notice();
    Subject subject = notice.subject();
    Evidence evidence = notice.evidence();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("schema_version", 1);
    event.put("source", "detectkit");
    event.put("kind", notice.kind().id());
    event.put("status", notice.kind() == NoticeKind.RECOVERY ? "resolved" : "firing");
    event.put("project", subject.project().orElse(null));
    event.put("metric", subject.metric());
    event.put("description", subject.description().orElse(null));
    event.put("timestamp", text.isoTime());
    event.put("value", evidence.value());
    event.put("expected", Map.of("lower", evidence.lower(), "upper", evidence.upper()));
    event.put("severity", evidence.severity());
    event.put("direction", evidence.direction());
    event.put("detector", detector(evidence));
    event.put("rule", rule(text));
    event.put(
        "quorum",
        Map.of("detector_count", evidence.detectors(), "min_detectors", text.minDetectors()));
    event.put("incident", incident(text));
    event.put("links", links(subject));
    event.put("mentions", subject.mentions());
    event.put("synonyms", subject.synonyms());
    event.put(
        "error",
        notice.failure().map(f -> Map.of("type", f.type(), "message", f.message())).orElse(null));
    event.put("display", display(text));
    return event;
  }

  private static Map<String, Object> detector(Evidence evidence) {
    Map<String, Object> detector = new LinkedHashMap<>();
    detector.put("name", evidence.detector());
    detector.put("params", parsed(evidence.parameters()));
    return detector;
  }

  /** An object or a list as such; what is neither stays text. */
  private static Object parsed(String parameters) {
    if (parameters.isEmpty()) {
      return null;
    }
    try {
      Object value = JSON.readValue(parameters, Object.class);
      return value instanceof Map || value instanceof List ? value : parameters;
    } catch (JsonProcessingException severalDetectors) {
      return parameters;
    }
  }

  private static Map<String, Object> rule(NoticeText text) {
    Optional<AlertRule> share = text.notice().rule().filter(rule -> rule.windowPoints() > 0);
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("min_detectors", text.minDetectors());
    rule.put("direction", text.policy());
    rule.put("consecutive", text.consecutive());
    rule.put("window_points", share.map(AlertRule::windowPoints).orElse(null));
    rule.put("min_anomaly_share", share.map(AlertRule::minShare).orElse(null));
    rule.put("fired_by_share", text.notice().byShare());
    rule.put("display", text.rule());
    return rule;
  }

  private static Map<String, Object> incident(NoticeText text) {
    Notice notice = text.notice();
    boolean timed = notice.intervalSeconds() > 0;
    int streak = notice.streak().points();
    Map<String, Object> incident = new LinkedHashMap<>();
    incident.put("onset", text.isoOnset().orElse(null));
    incident.put("streak", streak);
    incident.put("capped", notice.streak().capped());
    incident.put("interval_seconds", timed ? notice.intervalSeconds() : null);
    incident.put("duration_seconds", timed ? streak * notice.intervalSeconds() : null);
    return incident;
  }

  private static Map<String, Object> links(Subject subject) {
    Map<String, Object> links = new LinkedHashMap<>();
    links.put("dashboard", subject.message().dashboardUrl().orElse(null));
    links.put("help", subject.helpUrl().orElse(null));
    links.put("extra", subject.message().links());
    return links;
  }

  private static Map<String, Object> display(NoticeText text) {
    return Map.of(
        "title", text.title(),
        "lead", text.lead(),
        "value", text.value(),
        "expected_range", text.expected(),
        "timestamp", text.time());
  }
}
