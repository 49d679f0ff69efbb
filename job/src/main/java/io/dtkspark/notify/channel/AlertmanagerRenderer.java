package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeKind;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Prometheus' Alertmanager sends to its webhooks, version 4. A recovery has the labels, hence
 * the fingerprint, of the anomaly it ends, so that receivers pair them; that is why the direction
 * is an annotation and {@code source} keeps detectkit's name.
 */
final class AlertmanagerRenderer implements Renderer {

  private static final String NAME = "detectkit";
  private static final String STILL_FIRING = "0001-01-01T00:00:00Z";
  private static final int FINGERPRINT_DIGITS = 16;

  private final String url;
  private final Signature signature;

  AlertmanagerRenderer(ChannelConfig config) {
    url = config.required("webhook_url");
    signature = new Signature(config);
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, String> headers = new LinkedHashMap<>(signature.headers());
    headers.put(EventRenderer.KIND_HEADER, text.notice().kind().id());
    return signature.sign(HttpMessage.json(url, headers, payload(text)));
  }

  private static Map<String, Object> payload(NoticeText text) {
    Subject subject = text.notice().subject();
    Map<String, String> labels = labels(text.notice());
    Map<String, String> annotations = annotations(text);
    String status = text.notice().kind() == NoticeKind.RECOVERY ? "resolved" : "firing";
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("version", "4");
    payload.put(
        "groupKey", NAME + "/" + subject.project().orElse("default") + "/" + subject.metric());
    payload.put("truncatedAlerts", 0);
    payload.put("status", status);
    payload.put("receiver", NAME);
    payload.put("groupLabels", Map.of("alertname", subject.metric()));
    payload.put("commonLabels", labels);
    payload.put("commonAnnotations", annotations);
    payload.put("externalURL", "");
    payload.put("alerts", List.of(alert(text, status, labels, annotations)));
    return payload;
  }

  private static Map<String, Object> alert(
      NoticeText text, String status, Map<String, String> labels, Map<String, String> annotations) {
    boolean over = text.notice().kind() == NoticeKind.RECOVERY;
    return Map.of(
        "status",
        status,
        "labels",
        labels,
        "annotations",
        annotations,
        "startsAt",
        text.isoOnset().orElse(text.isoTime()),
        "endsAt",
        over ? text.isoTime() : STILL_FIRING,
        "generatorURL",
        text.notice().subject().message().dashboardUrl().orElse(""),
        "fingerprint",
        fingerprint(labels));
  }

  private static SortedMap<String, String> labels(Notice notice) {
    NoticeKind kind = notice.kind() == NoticeKind.RECOVERY ? NoticeKind.ANOMALY : notice.kind();
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("alertname", notice.subject().metric());
    labels.put("metric", notice.subject().metric());
    labels.put("kind", kind.id());
    labels.put("source", NAME);
    labels.put("severity", kind == NoticeKind.NO_DATA ? "warning" : "critical");
    notice.subject().project().ifPresent(project -> labels.put("project", project));
    return labels;
  }

  private static Map<String, String> annotations(NoticeText text) {
    NoticeKind kind = text.notice().kind();
    String direction = text.notice().evidence().direction();
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put("summary", text.title());
    annotations.put("description", text.lead());
    if (kind == NoticeKind.ANOMALY || kind == NoticeKind.RECOVERY) {
      annotations.put("value", text.value());
      annotations.put("expected", text.expected());
    }
    if (kind == NoticeKind.ANOMALY && !direction.equals("none")) {
      annotations.put("direction", direction);
    }
    return annotations;
  }

  private static String fingerprint(Map<String, String> sortedLabels) {
    String text =
        sortedLabels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
