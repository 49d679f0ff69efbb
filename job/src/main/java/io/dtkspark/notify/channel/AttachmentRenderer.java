package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Fact;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Subject;
import io.dtkspark.notify.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One attachment with a coloured bar, as Slack, Mattermost and their likes take it. The evidence
 * stands last: both fold long texts, and never the title and the footer. Mentions stand outside of
 * the attachment, where they notify.
 */
final class AttachmentRenderer implements Renderer {

  /** Mattermost takes 16,383 characters per message. */
  private static final int MAX_TEXT = 15_000;

  private static final int MAX_FALLBACK = 1000;
  private static final long SECOND = 1000;

  private final String url;
  private final Appearance appearance;
  private final Optional<String> room;
  private final Markup markup;
  private final Function<List<String>, String> mentions;
  private final Signature signature;

  AttachmentRenderer(ChannelConfig config) {
    boolean slack = config.type().equals("slack");
    url = config.required("webhook_url");
    appearance = Appearance.of(config, "icon_url");
    room = config.text("channel").filter(name -> !name.isEmpty());
    markup = slack || url.contains("hooks.slack.com") ? Markup.SLACK : Markup.MARKDOWN;
    mentions = slack ? Mentions::slack : Mentions::plain;
    signature = new Signature(config);
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, Object> payload = new LinkedHashMap<>();
    String called = mentions.apply(text.notice().subject().mentions());
    payload.put("username", appearance.name());
    payload.put("attachments", List.of(attachment(text, template, called)));
    if (!called.isEmpty()) {
      payload.put("text", called);
    }
    appearance
        .iconUrl()
        .ifPresentOrElse(
            icon -> payload.put("icon_url", icon),
            () -> appearance.iconEmoji().ifPresent(emoji -> payload.put("icon_emoji", emoji)));
    room.ifPresent(name -> payload.put("channel", name));
    return signature.sign(HttpMessage.json(url, signature.headers(), payload));
  }

  private Map<String, Object> attachment(
      NoticeText text, Optional<String> template, String called) {
    Notice notice = text.notice();
    Optional<String> own = template.flatMap(t -> PlainText.filled(text, t, called, markup::escape));
    Map<String, Object> attachment = new LinkedHashMap<>();
    if (own.isEmpty()) {
      attachment.put("fallback", markup.escape(Limits.cut(fallback(text), MAX_FALLBACK)));
    }
    attachment.put("color", String.format(Locale.ROOT, "#%06X", notice.kind().color()));
    attachment.put("title", markup.escape(Limits.cut(text.title(), Limits.TITLE)));
    attachment.put("text", Limits.cutLines(own.orElseGet(() -> body(text)), MAX_TEXT));
    attachment.put("mrkdwn_in", List.of("text"));
    notice.subject().message().dashboardUrl().ifPresent(to -> attachment.put("title_link", to));
    attachment.put("footer", Limits.cut(text.footer(appearance.footerName()), Limits.TITLE));
    appearance.iconUrl().ifPresent(icon -> attachment.put("footer_icon", icon));
    attachment.put("ts", Math.floorDiv(notice.evidence().epochMillis(), SECOND));
    return attachment;
  }

  /** One line for notifications on a locked screen. */
  private static String fallback(NoticeText text) {
    return switch (text.notice().kind()) {
      case NO_DATA -> text.title() + ", " + text.time();
      case ERROR -> text.title() + ", " + text.error();
      case ANOMALY, RECOVERY ->
          text.title() + ", " + text.value() + " (" + text.expected() + "), " + text.time();
    };
  }

  private String body(NoticeText text) {
    List<String> sections = new ArrayList<>();
    boolean ruled = text.notice().rule().isPresent();
    String rule = ruled ? "\n" + markup.bold(Wording.RULE) + " " + markup.code(text.rule()) : "";
    sections.add(markup.escape(text.lead()) + rule);
    String links = links(text.notice().subject().links());
    sections.add(lines(text.headFacts()) + (links.isEmpty() ? "" : "\n" + links));
    String tail = lines(text.tailFacts());
    String parameters =
        text.parameters()
            .map(p -> "\n" + markup.bold(Wording.PARAMETERS) + "\n" + markup.block(p))
            .orElse("");
    if (!tail.isEmpty()) {
      sections.add(tail + parameters);
    }
    return String.join("\n\n", sections);
  }

  private String lines(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> !fact.value().isEmpty())
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  private String line(Fact fact) {
    String value = fact.literal() ? markup.code(fact.value()) : markup.escape(fact.value());
    return markup.bold(fact.label()) + " " + value;
  }

  private String links(List<Subject.Link> links) {
    String joined =
        links.stream()
            .map(link -> markup.link(link.label(), link.url()))
            .collect(Collectors.joining(" · "));
    return joined.isEmpty() ? "" : markup.bold(Wording.LINKS) + " " + joined;
  }
}
