package io.dtkspark.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.alert.AlertRule;
import io.dtkspark.alert.AlertState;
import io.dtkspark.alert.DirectionPolicy;
import io.dtkspark.alert.Streak;
import io.dtkspark.config.AlertMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What detectkit 0.67.2 made of notices; recorded by {@code src/test/golden/make_notices.py}. */
public final class NoticeGolden {

  /** The whole record. */
  public static final JsonNode ROOT = read();

  private NoticeGolden() {}

  private static JsonNode read() {
    try (InputStream in =
        new GZIPInputStream(
            NoticeGolden.class.getResourceAsStream("/io/dtkspark/notify/notices.json.gz"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notice that the record has under this name. */
  public static Notice notice(String name) {
    JsonNode n = ROOT.get("notices").get(name);
    Optional<Notice.Failure> failure =
        text(n, "error_type").map(type -> new Notice.Failure(type, text(n, "error_message").get()));
    return new Notice(
        kind(n),
        subject(n),
        evidence(n),
        n.has("min_detectors") ? Optional.of(rule(n)) : Optional.empty(),
        streak(n),
        n.path("fired_by_share").asBoolean(),
        n.path("interval_seconds").asLong(),
        n.path("loading_delay_seconds").asLong(),
        failure);
  }

  private static NoticeKind kind(JsonNode n) {
    if (n.path("is_error").asBoolean()) {
      return NoticeKind.ERROR;
    }
    if (n.path("is_no_data").asBoolean()) {
      return NoticeKind.NO_DATA;
    }
    return n.path("is_recovery").asBoolean() ? NoticeKind.RECOVERY : NoticeKind.ANOMALY;
  }

  private static Subject subject(JsonNode n) {
    Map<String, String> links = new LinkedHashMap<>();
    n.path("links").fields().forEachRemaining(e -> links.put(e.getKey(), e.getValue().asText()));
    AlertMessage message =
        new AlertMessage(
            AlertMessage.EMPTY.templates(), texts(n, "mentions"), text(n, "dashboard_url"), links);
    return new Subject(
        n.get("metric_name").asText(),
        text(n, "project_name"),
        text(n, "description"),
        text(n, "timezone"),
        texts(n, "ai_synonyms"),
        message,
        text(n, "help_url"));
  }

  private static Evidence evidence(JsonNode n) {
    return new Evidence(
        n.get("timestamp").asLong() * 1000,
        number(n, "value"),
        number(n, "confidence_lower"),
        number(n, "confidence_upper"),
        n.get("detector_name").asText(),
        n.get("detector_params").asText(),
        n.get("direction").asText(),
        number(n, "severity"),
        n.path("detector_count").asInt(1));
  }

  private static AlertRule rule(JsonNode n) {
    long interval = n.get("interval_seconds").asLong() * 1000;
    AlertRule.Builder rule =
        AlertRule.builder(interval)
            .quorum(
                n.get("min_detectors").asInt(),
                DirectionPolicy.of(n.get("direction_policy").asText()))
            .consecutive(n.get("consecutive_required").asInt());
    if (n.has("window_points")) {
      rule.fraction(
          n.get("window_points").asLong() * interval, n.get("min_anomaly_share").asDouble());
    }
    return rule.build();
  }

  private static Streak streak(JsonNode n) {
    boolean known = n.hasNonNull("onset_timestamp");
    return new Streak(
        n.get("consecutive_count").asInt(),
        known ? n.get("onset_timestamp").asLong() * 1000 : AlertState.NEVER,
        n.path("streak_capped").asBoolean());
  }

  private static double number(JsonNode n, String key) {
    return n.hasNonNull(key) ? n.get(key).asDouble() : Double.NaN;
  }

  private static Optional<String> text(JsonNode n, String key) {
    return n.hasNonNull(key) ? Optional.of(n.get(key).asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode n, String key) {
    List<String> texts = new ArrayList<>();
    n.path(key).forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
