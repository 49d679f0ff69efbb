package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChannelReaderTest {

  @Test
  void completeChannelsOfEveryTypeAreFine() {
    List<String> channels =
        List.of(
            "{type: webhook, webhook_url: u, format: json, secret: s, extra_headers: {a: b}}",
            "{type: mattermost, webhook_url: u, username: n, icon_url: i, icon_emoji: e}",
            "{type: Slack, webhook_url: u, channel: c, timeout: 5}",
            "{type: discord, webhook_url: u, avatar_url: a}",
            "{type: teams, webhook_url: u}",
            "{type: googlechat, webhook_url: u, icon_url: i}",
            "{type: ntfy, topic: t, server: s, priority: 5, token: x, user: u, password: p}",
            "{type: telegram, bot_token: b, chat_id: -5, parse_mode: null, template: t}",
            "{type: email, smtp_host: h, smtp_port: 25, from_email: f, to_emails: [t]}");
    for (String channel : channels) {
      assertEquals(List.of(), warnings(channel), channel);
    }
  }

  @Test
  void channelsThatCannotWorkAreWarnings() {
    assertEquals(1, warnings("{}").size());
    assertEquals(1, warnings("{type: pager}").size());
    assertEquals(1, warnings("{type: slack}").size());
    assertEquals(2, warnings("{type: telegram, bot_token: null}").size());
    assertEquals(1, warnings("{type: webhook, webhook_url: u, format: xml}").size());
    assertEquals(1, warnings("{type: ntfy, topic: t, priority: 6}").size());
    assertEquals(0, warnings("{type: ntfy, topic: t, priority: null}").size());
  }

  @Test
  void unknownKeysNameTheNearestAndNoValue() {
    assertEquals(
        List.of("unknown key 'c.webhok_url' has no effect; did you mean 'webhook_url'?"),
        warnings("{type: teams, webhook_url: u, webhok_url: hunter2}"));
  }

  @Test
  void warningsAreErrorsWhenStrict() {
    ConfigNode node = Yaml.node("profiles.yml", "{type: pager}", true);
    assertThrows(DtkException.class, () -> ChannelReader.read("c", node, ConfigWarnings.strict()));
  }

  @Test
  void channelsAreKeptAndNeverShown() {
    String yaml =
        "profiles: {p: {type: duckdb, path: d}}\n"
            + "alert_channels: {ops: {type: Telegram, bot_token: hunter2, chat_id: -5,"
            + " parse_mode: null, disable_notification: yes}, odd: {type: pager}}";
    Map<String, ChannelConfig> channels = Yaml.profiles(yaml).channels();
    assertEquals(Set.of("ops"), channels.keySet());
    ChannelConfig ops = channels.get("ops");
    assertEquals("ops (telegram)", ops.toString());
    assertEquals("hunter2", ops.required("bot_token"));
    assertEquals(Optional.of("-5"), ops.text("chat_id"));
    assertEquals(Optional.empty(), ops.text("parse_mode"));
    assertTrue(ops.has("parse_mode"));
    assertTrue(ops.flag("disable_notification", false));
    assertEquals(10, ops.whole("timeout", 10, 1, 60));
  }

  @Test
  void settingsOfTheWrongTypeAreNamedWithoutTheirValue() {
    ChannelConfig mail =
        new ChannelConfig("m", "email", Map.of("smtp_port", "hunter2", "to_emails", List.of()));
    for (Executable read :
        List.<Executable>of(
            () -> mail.whole("smtp_port", 25, 1, 65_535),
            () -> mail.flag("smtp_port", true),
            () -> mail.texts("to_emails"),
            () -> mail.required("from_email"))) {
      String message = assertThrows(DtkException.class, read).getMessage();
      assertTrue(message.startsWith("alert_channels.m."), message);
      assertFalse(message.contains("hunter2"), message);
    }
  }

  private static List<String> warnings(String channel) {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    ConfigNode node = Yaml.node("profiles.yml", "c: " + channel, true).child("c").orElseThrow();
    ChannelReader.read("c", node, warnings);
    return warnings.all().stream().map(ConfigWarning::message).toList();
  }
}
