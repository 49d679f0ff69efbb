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
import java.util.stream.Collectors;

/**
 * One embed of a Discord webhook. Embeds do not fold, so the evidence is a grid of fields; mentions
 * stand outside of it, where they notify. Limits are those of Discord's documentation.
 */
final class DiscordRenderer implements Renderer {

  private static final int MAX_CONTENT = 2000;
  private static final int MAX_DESCRIPTION = 4096;
  private static final int MAX_FIELD = 1024;
  private static final int MAX_FOOTER = 2048;
  private static final int MAX_EMBED = 6000;
  private static final int MIN_DESCRIPTION = 64;

  /** Parameters are left out rather than cut where the description is long already. */
  private static final int MAX_WITH_PARAMETERS = 3500;

  private static final int MAX_ERROR = 1500;

  private final String url;
  private final Appearance appearance;

  DiscordRenderer(ChannelConfig config) {
    url = config.required("webhook_url");
    appearance = Appearance.of(config, "avatar_url");
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, Object> payload = new LinkedHashMap<>();
    String mentions = Mentions.discord(text.notice().subject().mentions());
    payload.put("username", appearance.name());
    payload.put("avatar_url", appearance.iconUrl().orElse(""));
    payload.put("embeds", List.of(embed(text, template, mentions)));
    if (!mentions.isEmpty()) {
      payload.put("content", Limits.cut(mentions, MAX_CONTENT));
      payload.put("allowed_mentions", Map.of("parse", List.of("everyone", "users", "roles")));
    }
    return HttpMessage.json(url, payload);
  }

  private Map<String, Object> embed(NoticeText text, Optional<String> template, String mentions) {
    Optional<String> own =
        template.flatMap(t -> PlainText.filled(text, t, mentions, UnaryOperator.identity()));
    List<Map<String, Object>> fields = own.isPresent() ? List.of() : fields(text);
    String title = Limits.cut(text.title(), Limits.TITLE);
    String footer = Limits.cut(text.footer(appearance.footerName()), MAX_FOOTER);
    int taken = title.length() + footer.length() + fields.stream().mapToInt(this::size).sum();
    int room = Math.max(MIN_DESCRIPTION, Math.min(MAX_DESCRIPTION, MAX_EMBED - taken));
    Map<String, Object> foot = new LinkedHashMap<>();
    foot.put("text", footer);
    appearance.iconUrl().ifPresent(icon -> foot.put("icon_url", icon));
    Map<String, Object> embed = new LinkedHashMap<>();
    embed.put("color", text.notice().kind().color());
    embed.put("title", title);
    embed.put("description", Limits.cutLines(own.orElseGet(() -> description(text)), room));
    embed.put("footer", foot);
    text.notice().subject().message().dashboardUrl().ifPresent(to -> embed.put("url", to));
    embed.put("timestamp", text.isoTime());
    if (!fields.isEmpty()) {
      embed.put("fields", fields);
    }
    return embed;
  }

  private int size(Map<String, Object> field) {
    return ((String) field.get("name")).length() + ((String) field.get("value")).length();
  }

  private static List<Map<String, Object>> fields(NoticeText text) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Fact fact : text.tailFacts()) {
      String value = Limits.cut(fact.value(), MAX_FIELD);
      fields.add(Map.of("name", fact.label(), "value", value, "inline", true));
    }
    return fields;
  }

  private static String description(NoticeText text) {
    boolean ruled = text.notice().rule().isPresent();
    String rule = ruled ? "\n" + labelled(Wording.RULE, text.rule()) : "";
    String head =
        text.headFacts().stream()
            .filter(fact -> !fact.value().isEmpty())
            .map(fact -> labelled(fact.label(), Limits.cut(fact.value(), MAX_ERROR)))
            .collect(Collectors.joining(ruled ? " · " : "\n"));
    String links =
        text.notice().subject().links().stream()
            .map(DiscordRenderer::link)
            .collect(Collectors.joining(" · "));
    String linksLine =
        links.isEmpty() ? "" : "\n" + Markup.MARKDOWN.bold(Wording.LINKS) + " " + links;
    String description = text.lead() + rule + "\n\n" + head + linksLine;
    return text.parameters()
        .map(p -> description + "\n\n" + parameters(p))
        .filter(whole -> whole.length() <= MAX_WITH_PARAMETERS)
        .orElse(description);
  }

  private static String parameters(String parameters) {
    String cut = Limits.cut(parameters, Limits.PARAMETERS);
    return Markup.MARKDOWN.bold(Wording.PARAMETERS) + "\n" + Markup.MARKDOWN.block(cut);
  }

  private static String labelled(String label, String value) {
    return Markup.MARKDOWN.bold(label) + " " + Markup.MARKDOWN.code(value);
  }

  private static String link(Subject.Link link) {
    return Markup.MARKDOWN.link(link.label(), link.url());
  }
}
