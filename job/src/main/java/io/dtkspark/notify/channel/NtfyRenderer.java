package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.NoticeKind;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A push notification of an ntfy server, as JSON: headers could not hold every letter. The tag
 * turns into the emoji before the title. The dashboard opens on a tap, other links are buttons.
 */
final class NtfyRenderer implements Renderer {

  private static final String PUBLIC_SERVER = "https://ntfy.sh";

  /** Above 4096 bytes the server turns a message into a file. */
  private static final int MAX_BYTES = 3800;

  private static final int MAX_ACTIONS = 3;
  private static final int USUAL = 3;
  private static final int HIGH = 4;
  private static final int HIGHEST = 5;

  private final String server;
  private final String topic;
  private final int urgency;
  private final Map<String, String> headers;

  NtfyRenderer(ChannelConfig config) {
    server = config.text("server").orElse(PUBLIC_SERVER).replaceAll("/+$", "");
    topic = config.required("topic");
    urgency = config.whole("priority", HIGH, 1, HIGHEST);
    headers = authorization(config);
  }

  private static Map<String, String> authorization(ChannelConfig config) {
    Optional<String> token = config.text("token").filter(t -> !t.isEmpty());
    Optional<String> user = config.text("user").filter(u -> !u.isEmpty());
    Optional<String> password = config.text("password").filter(p -> !p.isEmpty());
    if (token.isPresent()) {
      return Map.of("Authorization", "Bearer " + token.get());
    }
    if (user.isEmpty() || password.isEmpty()) {
      return Map.of();
    }
    byte[] pair = (user.get() + ":" + password.get()).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Subject subject = text.notice().subject();
    String body = PlainText.body(text, template, Mentions.plain(subject.mentions()));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("topic", topic);
    payload.put("title", Limits.cut(text.plainTitle(), Limits.TITLE));
    payload.put("message", Limits.cutBytes(body, MAX_BYTES));
    payload.put("priority", priority(text.notice().kind()));
    payload.put("tags", List.of(tag(text.notice().kind())));
    subject.message().dashboardUrl().ifPresent(url -> payload.put("click", url));
    List<Map<String, String>> actions =
        subject.otherLinks().stream()
            .limit(MAX_ACTIONS)
            .map(link -> Map.of("action", "view", "label", link.label(), "url", link.url()))
            .toList();
    if (!actions.isEmpty()) {
      payload.put("actions", actions);
    }
    return HttpMessage.json(server, headers, payload);
  }

  /** Only what is wrong is as urgent as configured; the rest stays calm. */
  private int priority(NoticeKind kind) {
    return kind == NoticeKind.ANOMALY || kind == NoticeKind.ERROR ? urgency : USUAL;
  }

  private static String tag(NoticeKind kind) {
    return switch (kind) {
      case ANOMALY -> "rotating_light";
      case RECOVERY -> "white_check_mark";
      case NO_DATA -> "warning";
      case ERROR -> "large_blue_circle";
    };
  }
}
