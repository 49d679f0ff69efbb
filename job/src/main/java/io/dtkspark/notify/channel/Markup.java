package io.dtkspark.notify.channel;

/** How a chat writes bold text, code and links. */
enum Markup {
  /** CommonMark: Mattermost, Discord and most others. */
  MARKDOWN {
    @Override
    String bold(String text) {
      return "**" + text + "**";
    }

    @Override
    String link(String label, String url) {
      String plain = label.replace("[", "(").replace("]", ")");
      return "[" + plain + "](" + url.replace("(", "%28").replace(")", "%29") + ")";
    }

    @Override
    String escape(String text) {
      return text;
    }
  },

  /** Slack's own, where {@code <}, {@code >} and {@code &} start mentions and links. */
  SLACK {
    @Override
    String bold(String text) {
      return "*" + text + "*";
    }

    @Override
    String link(String label, String url) {
      return "<" + url.replace("|", "%7C").replace(">", "%3E") + "|" + escape(label) + ">";
    }

    @Override
    String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  };

  abstract String bold(String text);

  abstract String link(String label, String url);

  /** Text as text, whatever it contains. */
  abstract String escape(String text);

  /** Data inside a line. */
  String code(String text) {
    return "`" + escape(text.replace('`', '\'')) + "`";
  }

  /** Data on lines of its own. */
  String block(String text) {
    return "```\n" + escape(text.replace("```", "'''")) + "\n```";
  }
}
