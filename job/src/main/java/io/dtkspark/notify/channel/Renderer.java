package io.dtkspark.notify.channel;

import io.dtkspark.notify.NoticeText;
import java.util.Optional;

/** Puts a notice into the words and the JSON of a platform. */
@FunctionalInterface
interface Renderer {

  /**
   * The request that delivers the notice.
   *
   * @param template the user's text in place of the renderer's own; formats without text ignore it
   */
  HttpMessage render(NoticeText text, Optional<String> template);
}
