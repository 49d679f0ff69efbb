package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.Wording;
import java.util.Optional;

/**
 * Name and picture of the sender.
 *
 * @param iconUrl a picture; empty when an emoji stands in its place
 */
record Appearance(String name, Optional<String> iconUrl, Optional<String> iconEmoji) {

  /** What the settings say, or the usual picture when they name neither picture nor emoji. */
  static Appearance of(ChannelConfig config, String iconKey) {
    Optional<String> icon = config.text(iconKey);
    Optional<String> emoji = config.text("icon_emoji");
    return new Appearance(
        config.text("username").orElse(Wording.BRAND),
        icon.isEmpty() && emoji.isEmpty() ? Optional.of(Wording.ICON_URL) : filled(icon),
        filled(emoji));
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.filter(t -> !t.isEmpty());
  }

  /** The name for footers, which always have one. */
  String footerName() {
    return name.isEmpty() ? Wording.BRAND : name;
  }
}
