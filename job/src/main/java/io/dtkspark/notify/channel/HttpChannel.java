package io.dtkspark.notify.channel;

import io.dtkspark.notify.NoticeText;
import java.util.Optional;

/** A platform that takes messages over HTTP. */
final class HttpChannel implements Channel {

  private final Renderer renderer;
  private final HttpSender sender;
  private final int timeoutSeconds;
  private final Redactor redactor;

  HttpChannel(Renderer renderer, HttpSender sender, int timeoutSeconds, Redactor redactor) {
    this.renderer = renderer;
    this.sender = sender;
    this.timeoutSeconds = timeoutSeconds;
    this.redactor = redactor;
  }

  @Override
  public void send(NoticeText text, Optional<String> template)
      throws DeliveryException, InterruptedException {
    sender.send(renderer.render(text, template), timeoutSeconds, redactor);
  }
}
