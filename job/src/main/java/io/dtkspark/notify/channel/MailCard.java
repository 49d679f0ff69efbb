package io.dtkspark.notify.channel;

import io.dtkspark.notify.Fact;
import io.dtkspark.notify.Notice;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.Subject;
import io.dtkspark.notify.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail as HTML. Tables and styles in place are what all mail programs agree on, Outlook included.
 */
final class MailCard {

  private static final String FONT = "font-family:Segoe UI,Helvetica,Arial,sans-serif;";
  private static final String INK = "color:#1f2933;";
  private static final String GREY = "color:#66727f;";
  private static final String LINK = "color:#1f6feb;";
  private static final String MONO = "font-family:Consolas,Menlo,monospace;font-size:12px;";

  private final NoticeText text;
  private final Notice notice;
  private final String mentions;
  private final String color;

  MailCard(NoticeText text, String mentions) {
    this.text = text;
    this.notice = text.notice();
    this.mentions = mentions;
    this.color = String.format(Locale.ROOT, "#%06X", notice.kind().color());
  }

  /**
   * The whole document.
   *
   * @param own the user's text in place of the layout
   */
  String html(Optional<String> own) {
    String body = own.map(MailCard::verbatim).orElseGet(this::layout);
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head>"
        + "<body style=\"margin:0;padding:16px;background:#eef1f4;\">"
        + "<table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"0\""
        + " cellspacing=\"0\" style=\"width:600px;background:#ffffff;border-top:4px solid "
        + color
        + ";"
        + FONT
        + INK
        + "\">"
        + header()
        + body
        + footer()
        + "</table></body></html>";
  }

  private String header() {
    String project =
        notice.subject().project().map(name -> styled("div", GREY, Html.escape(name))).orElse("");
    String status = styled("span", "color:" + color + ";font-weight:bold;", notice.kind().word());
    String metric = Html.escape(notice.subject().metric());
    return row(project + styled("div", "font-size:20px;", status + " · " + metric));
  }

  private String layout() {
    StringBuilder rows = new StringBuilder();
    notice
        .subject()
        .description()
        .ifPresent(d -> rows.append(row(styled("div", GREY, Html.escape(d)))));
    rows.append(row(Html.escape(text.lead())));
    if (notice.rule().isPresent()) {
      String rule = styled("code", MONO, Html.escape(text.rule()));
      rows.append(row("<b>" + Wording.RULE + "</b> " + rule));
    }
    rows.append(row(facts(text.facts())));
    text.parameters()
        .ifPresent(p -> rows.append(row("<b>" + Wording.PARAMETERS + "</b>" + pre(p))));
    List<Subject.Link> links = notice.subject().links();
    if (!links.isEmpty()) {
      rows.append(row(links.stream().map(MailCard::link).collect(Collectors.joining(" · "))));
    }
    return rows.toString();
  }

  private static String verbatim(String own) {
    return row(pre(own));
  }

  private static String facts(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> !fact.value().isEmpty())
        .map(
            fact ->
                "<tr>"
                    + styled("td", GREY + "padding:4px 16px 4px 0;", Html.escape(fact.label()))
                    + styled("td", "padding:4px 0;", Html.escape(fact.value()))
                    + "</tr>")
        .collect(Collectors.joining("", "<table role=\"presentation\">", "</table>"));
  }

  private String footer() {
    String called = mentions.isEmpty() ? "" : " · " + Html.escape(mentions);
    String sender = Html.escape(text.footer(Wording.BRAND));
    return row(styled("div", GREY + "font-size:12px;", sender + called));
  }

  private static String link(Subject.Link link) {
    return "<a style=\""
        + LINK
        + "\" href=\""
        + Html.escape(link.url())
        + "\">"
        + Html.escape(link.label())
        + "</a>";
  }

  private static String pre(String text) {
    return styled("pre", MONO + "white-space:pre-wrap;", Html.escape(text));
  }

  private static String row(String html) {
    return "<tr><td style=\"padding:8px 24px;\">" + html + "</td></tr>";
  }

  private static String styled(String tag, String style, String html) {
    return "<" + tag + " style=\"" + style + "\">" + html + "</" + tag + ">";
  }
}
