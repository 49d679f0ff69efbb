package io.dtkspark.notify.channel;

import java.nio.charset.StandardCharsets;

/** Cuts texts to what a platform takes; what is cut ends with an ellipsis. */
final class Limits {

  /** Parameters of detectors: JSON that nobody reads to the end. */
  static final int PARAMETERS = 900;

  /** Titles and footers: the least that any platform takes. */
  static final int TITLE = 256;

  private static final String ELLIPSIS = "…";

  private Limits() {}

  /** At most {@code limit} UTF-16 units; a character of two units is kept or left out whole. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Math.max(0, limit - 1);
    boolean split = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, split ? end - 1 : end) + ELLIPSIS;
  }

  /** Cut after a whole line where there is one, so that no link or tag is torn apart. */
  static String cutLines(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = text.lastIndexOf('\n', limit - 2);
    return end > 0 ? text.substring(0, end).stripTrailing() + "\n" + ELLIPSIS : cut(text, limit);
  }

  /** At most {@code limit} bytes of UTF-8. */
  static String cutBytes(String text, int limit) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= limit) {
      return text;
    }
    int bytes = ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > limit) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
