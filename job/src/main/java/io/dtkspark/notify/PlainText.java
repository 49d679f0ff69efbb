package io.dtkspark.notify;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Messages for channels without markup, and what templates make of them. */
public final class PlainText {

  private PlainText() {}

  /** The message without its title, or the filled-in template. */
  public static String body(NoticeText text, Optional<String> template, String mentions) {
    return template
        .flatMap(t -> filled(text, t, mentions, UnaryOperator.identity()))
        .orElseGet(() -> body(text, mentions));
  }

  /**
   * The filled-in template; empty when it cannot be filled in and the channel's own text has to
   * serve.
   *
   * @param escape what is done to each value
   */
  public static Optional<String> filled(
      NoticeText text, String template, String mentions, UnaryOperator<String> escape) {
    return Template.fill(template, Variables.of(text, mentions), escape);
  }

  private static String body(NoticeText text, String mentions) {
    StringBuilder out = new StringBuilder();
    Subject subject = text.notice().subject();
    subject.description().ifPresent(d -> out.append(d).append('\n'));
    out.append(text.lead()).append('\n');
    if (text.notice().rule().isPresent()) {
      out.append(Wording.RULE).append(": ").append(text.rule()).append('\n');
    }
    out.append('\n');
    text.facts().forEach(f -> out.append(f.label()).append(": ").append(f.value()).append('\n'));
    text.parameters()
        .ifPresent(p -> out.append(Wording.PARAMETERS).append(": ").append(p).append('\n'));
    subject
        .links()
        .forEach(link -> out.append(link.label()).append(": ").append(link.url()).append('\n'));
    return mentions.isEmpty() ? out.toString() : out.append('\n').append(mentions).toString();
  }

  /** The times of a notice on one line. */
  static String timeLine(NoticeText text) {
    List<Fact> times =
        switch (text.notice().kind()) {
          case ANOMALY, RECOVERY -> text.timeline().facts();
          case NO_DATA, ERROR -> text.headFacts().subList(0, 1);
        };
    return times.stream()
        .map(fact -> fact.label() + ": " + fact.value())
        .collect(Collectors.joining(" | ", "", "\n"));
  }
}
