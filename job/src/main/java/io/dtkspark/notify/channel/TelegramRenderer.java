package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Fact;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A message of a Telegram bot. Under {@code parse_mode: HTML}, the default, it is laid out, and
 * values that fill a template are escaped; other modes get plain text, and a template goes out as
 * it is.
 */
final class TelegramRenderer implements Renderer {

  private static final int MAX_TEXT = 4096;
  private static final int MAX_DESCRIPTION = 500;
  private static final int MAX_ERROR = 1500;

  private final String url;
  private final Object chat;
  private final Optional<String> parseMode;
  private final boolean silent;
  private final Optional<String> ownTemplate;

  /**
   * A bot.
   *
   * @param api address of the Bot API, without a slash at its end
   */
  TelegramRenderer(ChannelConfig config, String api) {
    url = api + "/bot" + config.required("bot_token") + "/sendMessage";
    config.required("chat_id");
    chat = config.settings().get("chat_id");
    parseMode =
        config.has("parse_mode")
            ? config.text("parse_mode").filter(mode -> !mode.isEmpty())
            : Optional.of("HTML");
    silent = config.flag("disable_notification", false);
    ownTemplate = config.text("template").filter(text -> !text.isEmpty());
  }

  @Override
  public HttpMessage render(NoticeText text, Optional<String> template) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("chat_id", chat);
    payload.put("text", message(text, template.or(() -> ownTemplate)));
    payload.put("disable_notification", silent);
    payload.put("disable_web_page_preview", true);
    parseMode.ifPresent(mode -> payload.put("parse_mode", mode));
    return HttpMessage.json(url, payload);
  }

  private String message(NoticeText text, Optional<String> template) {
    boolean html = parseMode.filter("HTML"::equals).isPresent();
    String mentions = Mentions.telegram(text.notice().subject().mentions(), html);
    UnaryOperator<String> escape = html ? Html::escape : UnaryOperator.identity();
    String message =
        template
            .flatMap(t -> PlainText.filled(text, t, mentions, escape))
            .orElseGet(
                () ->
                    html
                        ? laidOut(text, mentions)
                        : text.title() + "\n" + PlainText.body(text, Optional.empty(), mentions));
    // Each line of the layout closes the tags it opens.
    return Limits.cutLines(message, MAX_TEXT);
  }

  private static String laidOut(NoticeText text, String mentions) {
    Notice notice = text.notice();
    List<String> parts = new ArrayList<>();
    String description =
        notice
            .subject()
            .description()
            .map(d -> "\n<i>" + Html.escape(Limits.cut(d, MAX_DESCRIPTION)) + "</i>")
            .orElse("");
    parts.add("<b>" + Html.escape(Limits.cut(text.title(), Limits.TITLE)) + "</b>" + description);
    boolean ruled = notice.rule().isPresent();
    String rule = ruled ? "\n<b>" + Wording.RULE + "</b> " + code(text.rule()) : "";
    parts.add(Html.escape(text.lead()) + rule);
    parts.add(facts(text));
    String links =
        notice.subject().links().stream()
            .map(link -> Html.link(link.label(), link.url()))
            .collect(Collectors.joining(" · "));
    if (!links.isEmpty()) {
      parts.add(links);
    }
    if (!mentions.isEmpty()) {
      parts.add(mentions);
    }
    return String.join("\n\n", parts);
  }

  private static String facts(NoticeText text) {
    List<Fact> facts = new ArrayList<>(text.facts());
    text.parameters()
        .ifPresent(
            p -> facts.add(new Fact(Wording.PARAMETERS, Limits.cut(p, Limits.PARAMETERS), true)));
    return facts.stream()
        .filter(fact -> !fact.value().isEmpty())
        .map(fact -> "• " + fact.label() + ": " + code(Limits.cut(fact.value(), MAX_ERROR)))
        .collect(Collectors.joining("\n"));
  }

  private static String code(String text) {
    return "<code>" + Html.escape(text) + "</code>";
  }
}
