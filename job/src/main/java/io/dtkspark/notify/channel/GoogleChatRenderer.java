package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Fact;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Subject;
import io.dtkspark.notify.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A card (version 2) for the webhook of a Google Chat space. Cards have no coloured bar, only the
 * circle in the title; their text is a little HTML. Mentions stand outside, where they notify.
 */
final class GoogleChatRenderer implements Renderer {

  /** A message may have 32,000 bytes. */
  private static final int MAX_TEXT_BYTES = 28_000;

  private static final int MAX_VALUE = 1500;

  private final String url;
  private final Appearance appearance;

  GoogleChatRenderer(ChannelConfig config) {
    url = config.required("webhook_url");
    appearance = Appearance.of(config, "icon_url");
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    String mentions = Mentions.googleChat(text.notice().subject().mentions());
    Optional<String> own =
        template.flatMap(t -> PlainText.filled(text, t, mentions, UnaryOperator.identity()));
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("header", header(text));
    card.put(
        "sections",
        own.map(t -> List.of(section(paragraph(Html.cutBytes(html(t), MAX_TEXT_BYTES)))))
            .orElseGet(() -> sections(text)));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("cardsV2", List.of(Map.of("cardId", "detectkit-alert", "card", card)));
    if (!mentions.isEmpty()) {
      payload.put("text", mentions);
    }
    return HttpMessage.json(url, payload);
  }

  private Map<String, Object> header(NoticeText text) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("title", Limits.cut(text.title(), Limits.TITLE));
    header.put("subtitle", Limits.cut(text.footer(Wording.BRAND), Limits.TITLE));
    appearance
        .iconUrl()
        .ifPresent(
            icon -> {
              header.put("imageUrl", icon);
              header.put("imageType", "CIRCLE");
            });
    return header;
  }

  private static List<Map<String, Object>> sections(NoticeText text) {
    boolean ruled = text.notice().rule().isPresent();
    String rule = ruled ? "<br>" + bold(Wording.RULE) + " " + html(text.rule()) : "";
    List<Map<String, Object>> sections = new ArrayList<>();
    sections.add(section(paragraph(html(text.lead()) + rule)));
    List<Map<String, Object>> evidence = new ArrayList<>();
    text.facts().stream()
        .filter(fact -> !fact.value().isEmpty())
        .forEach(fact -> evidence.add(row(fact)));
    text.parameters()
        .map(p -> html(Limits.cut(p, Limits.PARAMETERS)))
        .ifPresent(p -> evidence.add(paragraph(bold(Wording.PARAMETERS) + "<br>" + p)));
    sections.add(Map.of("widgets", evidence));
    List<Map<String, Object>> buttons =
        text.notice().subject().links().stream().map(GoogleChatRenderer::button).toList();
    if (!buttons.isEmpty()) {
      sections.add(section(Map.of("buttonList", Map.of("buttons", buttons))));
    }
    return sections;
  }

  private static Map<String, Object> section(Map<String, Object> widget) {
    return Map.of("widgets", List.of(widget));
  }

  private static Map<String, Object> paragraph(String html) {
    return Map.of("textParagraph", Map.of("text", html));
  }

  private static Map<String, Object> row(Fact fact) {
    String value = html(Limits.cut(fact.value(), MAX_VALUE));
    return Map.of("decoratedText", Map.of("topLabel", html(fact.label()), "text", value));
  }

  /** A button's words are plain text, in which an escape would show. */
  private static Map<String, Object> button(Subject.Link link) {
    Map<String, Object> onClick = Map.of("openLink", Map.of("url", link.url()));
    return Map.of("text", link.label(), "onClick", onClick);
  }

  private static String bold(String text) {
    return "<b>" + text + "</b>";
  }

  private static String html(String text) {
    return Html.escape(text).replace("\n", "<br>");
  }
}
