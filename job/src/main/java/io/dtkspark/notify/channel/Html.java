package io.dtkspark.notify.channel;

/** Text inside HTML. */
final class Html {

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;");
  }

  /** At most {@code limit} bytes of escaped text with line breaks, no escape or tag torn apart. */
  static String cutBytes(String html, int limit) {
    String cut = Limits.cutBytes(html, limit);
    return cut.equals(html) ? html : cut.replaceFirst("[&<][^;>]{0,6}…$", "…");
  }

  static String link(String label, String url) {
    return "<a href=\"" + escape(url) + "\">" + escape(label) + "</a>";
  }
}
