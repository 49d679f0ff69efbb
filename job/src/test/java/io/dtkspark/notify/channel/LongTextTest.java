package io.dtkspark.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.config.AlertMessage;
import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts that are too long or look like markup. */
class LongTextTest {

  private static final String HOSTILE = "<b>&\"'`]( <!here>\ud83d\ude80";
  private static final Optional<String> LONG = Optional.of((HOSTILE + "\n").repeat(2000));

  @Test
  void telegramTakesFourThousandCharacters() throws IOException {
    String laidOut = body(telegram(), notice(5000), Optional.empty()).get("text").asText();
    assertTrue(laidOut.length() <= 4096, () -> "" + laidOut.length());
    assertEquals(count(laidOut, "<code>"), count(laidOut, "</code>"));
    assertEquals(count(laidOut, "<b>"), count(laidOut, "</b>"));
    assertEquals(count(laidOut, "<a "), count(laidOut, "</a>"));
    assertFalse(laidOut.contains("<!here>"));
    assertTrue(body(telegram(), notice(1), LONG).get("text").asText().length() <= 4096);
  }

  @Test
  void valuesInTelegramTemplatesAreEscapedAndMarkupIsNot() throws IOException {
    Optional<String> template = Optional.of("<i>{metric_name}</i> {mentions}");
    assertEquals(
        "<i>&lt;b&gt;&amp;&quot;&#x27;`]( &lt;!here&gt;\ud83d\ude80</i>"
            + " <a href=\"tg://user?id=42\">42</a>",
        body(telegram(), notice(1), template).get("text").asText());
  }

  @Test
  void discordEmbedsKeepAllTheirLimits() throws IOException {
    for (Optional<String> template : List.of(Optional.<String>empty(), LONG)) {
      JsonNode embed = body(discord(), notice(5000), template).get("embeds").get(0);
      int total =
          embed.get("title").asText().length()
              + embed.get("description").asText().length()
              + embed.get("footer").get("text").asText().length();
      assertTrue(embed.get("title").asText().length() <= 256);
      assertTrue(embed.get("description").asText().length() <= 4096);
      for (JsonNode field : embed.path("fields")) {
        assertTrue(field.get("value").asText().length() <= 1024);
        total += field.get("name").asText().length() + field.get("value").asText().length();
      }
      assertTrue(total <= 6000, "" + total);
    }
  }

  @Test
  void requestsStayBelowTheSizeOfTheirPlatform() throws IOException {
    ChannelConfig hook = config("teams", Map.of("webhook_url", "http://h"));
    ChannelConfig push = config("ntfy", Map.of("topic", "t"));
    for (Optional<String> template : List.of(Optional.<String>empty(), LONG)) {
      NoticeText text = new NoticeText(notice(5000));
      assertTrue(new TeamsRenderer(hook).render(text, template).body().length < 28_000);
      assertTrue(new GoogleChatRenderer(hook).render(text, template).body().length < 32_000);
      JsonNode pushed = body(new NtfyRenderer(push), notice(5000), template);
      assertTrue(pushed.get("message").asText().getBytes(StandardCharsets.UTF_8).length < 4096);
      JsonNode posted = body(new AttachmentRenderer(hook), notice(5000), template);
      assertTrue(posted.get("attachments").get(0).get("text").asText().length() < 16_383);
    }
  }

  @Test
  void slackSeesNoMentionInData() throws IOException {
    ChannelConfig slack = config("slack", Map.of("webhook_url", "http://h"));
    JsonNode attachment =
        body(new AttachmentRenderer(slack), notice(1), Optional.empty()).get("attachments").get(0);
    for (String key : List.of("title", "text", "fallback")) {
      String shown = attachment.get(key).asText();
      assertFalse(shown.contains("<!here>"), shown);
    }
    assertTrue(attachment.get("text").asText().contains("<https://run|a&amp;b>"));
  }

  @Test
  void googleChatEscapesTextButNotButtons() throws IOException {
    ChannelConfig chat = config("googlechat", Map.of("webhook_url", "http://h"));
    JsonNode sections =
        body(new GoogleChatRenderer(chat), notice(1), Optional.empty())
            .at("/cardsV2/0/card/sections");
    assertFalse(sections.get(1).toString().contains("<!here>"));
    assertEquals("a&b", sections.at("/2/widgets/0/buttonList/buttons/0/text").asText());
  }

  @Test
  void cutsDoNotSplitCharacters() {
    assertEquals("ab…", Limits.cut("ab\ud83d\ude80cd", 4));
    assertEquals("a\u00e9…", Limits.cutBytes("a\u00e9\ud83d\ude80", 6));
    assertEquals("one\n…", Limits.cutLines("one\ntwo three", 9));
    assertEquals("1…", Html.cutBytes("1&lt;b", 5));
    assertEquals("1&lt;…", Html.cutBytes("1&lt;<br>345", 10));
    assertEquals("1&lt;", Html.cutBytes("1&lt;", 5));
    assertEquals("short", Limits.cutLines("short", 5));
  }

  private static Notice notice(int repeat) {
    String text = HOSTILE.repeat(repeat);
    Map<String, String> links = new LinkedHashMap<>();
    links.put("a&b", "https://run");
    AlertMessage message =
        new AlertMessage(AlertMessage.EMPTY.templates(), List.of("42"), Optional.empty(), links);
    Subject subject =
        new Subject(
            text,
            Optional.of(text),
            Optional.of(text),
            Optional.empty(),
            List.of(),
            message,
            Optional.empty());
    return Notice.ofFailure(subject, new Notice.Failure("STORE", text), 0);
  }

  private static JsonNode body(Renderer renderer, Notice notice, Optional<String> template)
      throws IOException {
    return new ObjectMapper().readTree(renderer.render(new NoticeText(notice), template).body());
  }

  private static Renderer telegram() {
    return new TelegramRenderer(
        config("telegram", Map.of("bot_token", "t", "chat_id", 1L)), "http://h");
  }

  private static Renderer discord() {
    return new DiscordRenderer(config("discord", Map.of("webhook_url", "http://h")));
  }

  private static ChannelConfig config(String type, Map<String, Object> settings) {
    return new ChannelConfig("c", type, settings);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
