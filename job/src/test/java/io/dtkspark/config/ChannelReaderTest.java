package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dtkspark.error.DtkException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThrows(DtkException.class, () -> ChannelReader.check(node, ConfigWarnings.strict()));
  }

  private static List<String> warnings(String channel) {
    ConfigWarnings warnings = ConfigWarnings.collecting();
    ConfigNode node = Yaml.node("profiles.yml", "c: " + channel, true).child("c").orElseThrow();
    ChannelReader.check(node, warnings);
    return warnings.all().stream().map(ConfigWarning::message).toList();
  }
}
