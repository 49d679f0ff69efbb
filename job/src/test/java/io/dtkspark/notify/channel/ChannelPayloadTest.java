package io.dtkspark.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.NoticeGolden;
import io.dtkspark.notify.NoticeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests as a server receives them, next to those of detectkit 0.67.2. */
class ChannelPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDED_URL = "http://127.0.0.1:1";

  /** Where people read: our words, our name, our picture. The rest must be equal. */
  private static final Pattern FOR_PEOPLE =
      Pattern.compile(
          "/username|/icon_url|/avatar_url"
              + "|/attachments/0/(fallback|title|text|footer|footer_icon)"
              + "|/embeds/0/(title|description|footer/text|footer/icon_url)"
              + "|/embeds/0/fields/\\d+/name"
              + "|/attachments/0/content/body/\\d+/text"
              + "|/attachments/0/content/body/\\d+/facts/\\d+/title"
              + "|/attachments/0/content/actions/\\d+/title"
              + "|/cardsV2/0/card/header/(title|subtitle|imageUrl)"
              + "|/cardsV2/0/card/sections/\\d+/widgets/\\d+/textParagraph/text"
              + "|/cardsV2/0/card/sections/\\d+/widgets/\\d+/decoratedText/topLabel"
              + "|/cardsV2/0/card/sections/\\d+/widgets/\\d+/buttonList/buttons/\\d+/text"
              + "|/title|/message|/actions/\\d+/label"
              + "|/display/(title|lead)"
              + "|/(alerts/0/annotations|commonAnnotations)/(summary|description)");

  private static ChatServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new ChatServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void payloadsHaveTheShapeAndTheDataOfTheOriginal() throws Exception {
    for (JsonNode recorded : NoticeGolden.ROOT.get("sent")) {
      ChatServer.Received ours = send(recorded);
      String where = recorded.get("channel") + " " + recorded.get("notice");
      assertEquals(path(recorded), ours.path(), where);
      recorded
          .get("headers")
          .fields()
          .forEachRemaining(
              h -> assertEquals(h.getValue().asText(), ours.header(h.getKey()), where));
      JsonNode body = JSON.readTree(ours.body());
      boolean telegram = path(recorded).endsWith("/sendMessage");
      compare(recorded.get("body"), body, "", telegram ? "/text" : "", where);
    }
  }

  @Test
  void templatesComeOutAsTheOriginalHasThem() throws Exception {
    int seen = 0;
    for (JsonNode recorded : NoticeGolden.ROOT.get("sent")) {
      boolean slack = recorded.get("channel").get("type").asText().equals("slack");
      for (String at :
          List.of(
              "/attachments/0/text",
              "/embeds/0/description",
              "/attachments/0/content/body/1/text",
              "/cardsV2/0/card/sections/0/widgets/0/textParagraph/text")) {
        JsonNode text = recorded.get("body").at(at);
        if (recorded.hasNonNull("template") && text.isTextual()) {
          String ours = JSON.readTree(send(recorded).body()).at(at).asText();
          String expected = text.asText();
          assertEquals(slack ? expected.replace(">", "&gt;") : expected, ours);
          seen++;
        }
      }
    }
    assertEquals(77, seen);
  }

  private static String path(JsonNode recorded) {
    return recorded.get("path").asText();
  }

  private static ChatServer.Received send(JsonNode recorded) throws Exception {
    Map<String, Object> settings = new LinkedHashMap<>();
    recorded
        .get("channel")
        .fields()
        .forEachRemaining(s -> settings.put(s.getKey(), value(s.getValue())));
    ChannelConfig config =
        new ChannelConfig("c", recorded.get("channel").get("type").asText(), settings);
    new ChannelFactory(new HttpSender(millis -> {}), server.url(), Optional.empty())
        .create(config)
        .send(
            new NoticeText(NoticeGolden.notice(recorded.get("notice").asText())),
            Optional.ofNullable(recorded.get("template").textValue()));
    return server.last();
  }

  private static Object value(JsonNode value) {
    if (value.isTextual()) {
      return value.asText().replace(RECORDED_URL, server.url());
    }
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    return value.isNull() ? null : JSON.convertValue(value, Object.class);
  }

  private static void compare(
      JsonNode expected, JsonNode ours, String path, String alsoForPeople, String where) {
    String at = where + " " + path;
    assertEquals(expected.getNodeType(), ours.getNodeType(), at);
    if (expected.isObject()) {
      assertEquals(keys(expected), keys(ours), at);
      for (String key : keys(expected)) {
        compare(expected.get(key), ours.get(key), path + "/" + key, alsoForPeople, where);
      }
    } else if (expected.isArray()) {
      assertEquals(expected.size(), ours.size(), at);
      for (int i = 0; i < expected.size(); i++) {
        compare(expected.get(i), ours.get(i), path + "/" + i, alsoForPeople, where);
      }
    } else if (path.equals(alsoForPeople) || FOR_PEOPLE.matcher(path).matches()) {
      assertFalse(ours.asText().isBlank(), at);
    } else if (expected.isNumber()) {
      assertEquals(expected.asDouble(), ours.asDouble(), at);
    } else {
      assertEquals(expected.asText(), ours.asText(), at);
    }
  }

  private static List<String> keys(JsonNode object) {
    TreeSet<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return new ArrayList<>(keys);
  }
}
