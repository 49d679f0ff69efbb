package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Makes a channel from its settings. */
final class ChannelFactory {

  static final int TIMEOUT_SECONDS = 10;

  private static final int MAX_TIMEOUT_SECONDS = 600;
  private static final String TELEGRAM = "https://api.telegram.org";

  private final HttpSender sender;
  private final String telegram;
  private final Optional<SSLSocketFactory> mailSockets;

  ChannelFactory(HttpSender sender) {
    this(sender, TELEGRAM, Optional.empty());
  }

  /**
   * For other servers than the usual ones.
   *
   * @param telegram address of the Bot API
   * @param mailSockets whom to trust as a mail server; empty = whom the JVM trusts
   */
  ChannelFactory(HttpSender sender, String telegram, Optional<SSLSocketFactory> mailSockets) {
    this.sender = sender;
    this.telegram = telegram;
    this.mailSockets = mailSockets;
  }

  /**
   * The channel.
   *
   * @throws io.dtkspark.error.DtkException CONFIG when a setting is missing or wrong
   */
  Channel create(ChannelConfig config) {
    return switch (config.type()) {
      case "email" -> new EmailChannel(config, mailSockets);
      case "telegram" -> http(config, new TelegramRenderer(config, telegram));
      case "discord" -> http(config, new DiscordRenderer(config));
      case "teams" -> http(config, new TeamsRenderer(config));
      case "googlechat" -> http(config, new GoogleChatRenderer(config));
      case "ntfy" -> http(config, new NtfyRenderer(config));
      case "webhook" -> http(config, webhook(config));
      default -> http(config, new AttachmentRenderer(config));
    };
  }

  private static Renderer webhook(ChannelConfig config) {
    return switch (config.text("format").orElse("attachments")) {
      case "json" -> new EventRenderer(config);
      case "alertmanager" -> new AlertmanagerRenderer(config);
      case "attachments" -> new AttachmentRenderer(config);
      default -> throw config.wrong("format", "alertmanager, attachments or json");
    };
  }

  private Channel http(ChannelConfig config, Renderer renderer) {
    int timeout = config.whole("timeout", TIMEOUT_SECONDS, 1, MAX_TIMEOUT_SECONDS);
    return new HttpChannel(renderer, sender, timeout, new Redactor(config));
  }
}
