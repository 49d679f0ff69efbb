package io.dtkspark.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code alert_channels}. A channel that cannot work is a warning: the original leaves it out
 * when an alert is sent and carries on.
 */
final class ChannelReader {

  private static final String WEBHOOK = "webhook_url username icon_url icon_emoji channel timeout";

  /** Keys by channel type; the ones before the bar are required. */
  private static final Map<String, String> KEYS =
      Map.of(
          "webhook", "webhook_url | " + WEBHOOK + " extra_headers format secret",
          "mattermost", "webhook_url | " + WEBHOOK,
          "slack", "webhook_url | " + WEBHOOK,
          "discord", "webhook_url | username avatar_url timeout",
          "teams", "webhook_url | timeout",
          "googlechat", "webhook_url | icon_url timeout",
          "ntfy", "topic | server token user password priority timeout",
          "telegram", "bot_token chat_id | parse_mode disable_notification template",
          "email",
              "smtp_host smtp_port from_email to_emails | smtp_username smtp_password use_tls"
                  + " subject_template from_name template");

  private static final Set<String> TYPES = new TreeSet<>(KEYS.keySet());
  private static final Set<String> FORMATS = Set.of("alertmanager", "attachments", "json");
  private static final int MAX_PRIORITY = 5;

  private ChannelReader() {}

  /** The channel, unless there is no such type. */
  static Optional<ChannelConfig> read(String key, ConfigNode channel, ConfigWarnings warnings) {
    channel.withTextKeys();
    Optional<ConfigNode> type = channel.child("type");
    String name =
        type.map(ConfigNode::value).map(String::valueOf).orElse("").toLowerCase(Locale.ROOT);
    if (!TYPES.contains(name)) {
      ConfigNode where = type.orElse(channel);
      String expected = "expected a type of " + String.join(", ", TYPES);
      warnings.add(where.remark(expected + "; the channel cannot be used"));
      return Optional.empty();
    }
    checkKeys(channel, KEYS.get(name), warnings);
    if (name.equals("webhook")) {
      channel
          .child("format")
          .filter(format -> !FORMATS.contains(String.valueOf(format.value())))
          .ifPresent(
              format -> warnings.add(format.remark("expected alertmanager, attachments or json")));
    }
    if (name.equals("ntfy")) {
      channel
          .child("priority")
          .filter(priority -> !priority.isNull())
          .filter(priority -> !(priority.value() instanceof Long p && p >= 1 && p <= MAX_PRIORITY))
          .ifPresent(priority -> warnings.add(priority.remark("expected a number from 1 to 5")));
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    channel.keys().forEach(k -> settings.put(k, channel.child(k).orElseThrow().value()));
    settings.remove("type");
    return Optional.of(new ChannelConfig(key, name, settings));
  }

  private static void checkKeys(ConfigNode channel, String keys, ConfigWarnings warnings) {
    Fields fields = channel.fields(warnings);
    fields.present("type");
    String[] halves = keys.split(" \\| ", -1);
    for (String key : halves[0].split(" ", -1)) {
      if (fields.optional(key).isEmpty()) {
        warnings.add(channel.remark("'" + key + "' is missing; the channel cannot be used"));
      }
    }
    for (String key : halves[1].split(" ", -1)) {
      fields.present(key);
    }
    fields.done();
  }
}
