package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An Adaptive Card for the webhook of a Power Automate workflow in Microsoft Teams. The card
 * carries no sender of its own, and mentions notify nobody: that takes ids of the directory.
 */
final class TeamsRenderer implements Renderer {

  /** The request may have 28 KB; what is not text takes less than the rest. */
  private static final int MAX_TEXT_BYTES = 18_000;

  private static final int MAX_VALUE = 1500;

  private final String url;

  TeamsRenderer(ChannelConfig config) {
    url = config.required("webhook_url");
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.put("contentUrl", null);
    attachment.put("content", card(text, template));
    return HttpMessage.json(url, Map.of("type", "message", "attachments", List.of(attachment)));
  }

  private static Map<String, Object> card(NoticeText text, Optional<String> template) {
    String mentions = Mentions.plain(text.notice().subject().mentions());
    Optional<String> own =
        template.flatMap(t -> PlainText.filled(text, t, mentions, UnaryOperator.identity()));
    List<Object> body = new ArrayList<>();
    body.add(title(text));
    if (own.isPresent()) {
      body.add(block(Limits.cutBytes(own.get(), MAX_TEXT_BYTES), Map.of("wrap", true)));
    } else {
      addLayout(body, text, mentions);
    }
    body.add(
        block(
            Limits.cut(text.footer(Wording.BRAND), Limits.TITLE),
            Map.of("isSubtle", true, "size", "Small", "spacing", "Medium")));
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("msteams", Map.of("width", "Full"));
    card.put("body", body);
    List<Map<String, Object>> actions =
        text.notice().subject().links().stream()
            .map(
                link ->
                    Map.<String, Object>of(
                        "type", "Action.OpenUrl", "title", link.label(), "url", link.url()))
            .toList();
    if (!actions.isEmpty()) {
      card.put("actions", actions);
    }
    return card;
  }

  private static Map<String, Object> title(NoticeText text) {
    String color =
        switch (text.notice().kind()) {
          case ANOMALY -> "Attention";
          case RECOVERY -> "Good";
          case NO_DATA -> "Warning";
          case ERROR -> "Accent";
        };
    return block(
        Limits.cut(text.title(), Limits.TITLE),
        Map.of("weight", "Bolder", "size", "Medium", "color", color, "wrap", true));
  }

  private static void addLayout(List<Object> body, NoticeText text, String mentions) {
    body.add(block(text.lead(), Map.of("wrap", true)));
    if (text.notice().rule().isPresent()) {
      body.add(
          block(
              Wording.RULE + ": " + text.rule(),
              Map.of("fontType", "Monospace", "wrap", true, "spacing", "Small")));
    }
    List<Map<String, String>> facts =
        text.facts().stream()
            .filter(fact -> !fact.value().isEmpty())
            .map(f -> Map.of("title", f.label(), "value", Limits.cut(f.value(), MAX_VALUE)))
            .toList();
    body.add(Map.of("type", "FactSet", "facts", facts));
    text.parameters()
        .ifPresent(
            p ->
                body.add(
                    block(
                        Limits.cut(p, Limits.PARAMETERS),
                        Map.of("isSubtle", true, "fontType", "Monospace", "wrap", true))));
    if (!mentions.isEmpty()) {
      body.add(block(mentions, Map.of("isSubtle", true)));
    }
  }

  private static Map<String, Object> block(String text, Map<String, Object> look) {
    Map<String, Object> block = new LinkedHashMap<>(look);
    block.put("type", "TextBlock");
    block.put("text", text);
    return block;
  }
}
