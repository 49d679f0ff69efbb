package io.dtkspark.notify.channel;

import io.dtkspark.notify.NoticeText;
import java.util.Optional;

/** A way to reach people. Safe for use by several threads. */
interface Channel {

  /**
   * Delivers a notice, or says why not.
   *
   * @param template the user's text in place of the channel's own
   */
  void send(NoticeText text, Optional<String> template)
      throws DeliveryException, InterruptedException;
}
