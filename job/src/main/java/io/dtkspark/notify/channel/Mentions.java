package io.dtkspark.notify.channel;

import io.dtkspark.config.python.PythonText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Names of people and groups as each platform calls them. */
final class Mentions {

  private static final Set<String> EVERYONE = Set.of("all", "everyone", "channel", "here");
  private static final Set<String> SLACK_GROUPS = Set.of("channel", "here", "everyone");
  private static final int MIN_SLACK_ID = 9;

  private Mentions() {}

  static String plain(List<String> names) {
    return joined(names, name -> "@" + name);
  }

  /** Groups as {@code <!here>}, user ids as {@code <@U12345678>}. */
  static String slack(List<String> names) {
    return joined(names, Mentions::slackName);
  }

  private static String slackName(String name) {
    if (SLACK_GROUPS.contains(name)) {
      return "<!" + name + ">";
    }
    boolean id =
        name.startsWith("U")
            && name.length() >= MIN_SLACK_ID
            && PythonText.consistsOfAlnumOr("", name.substring(1));
    return name.equals("all") ? "<!everyone>" : id ? "<@" + name + ">" : "@" + name;
  }

  /** Discord calls users and roles by {@code <@id>} only; such names stay as they are. */
  static String discord(List<String> names) {
    return joined(
        names,
        name ->
            name.equals("here")
                ? "@here"
                : EVERYONE.contains(name)
                    ? "@everyone"
                    : name.startsWith("<@") && name.endsWith(">") ? name : "@" + name);
  }

  /** Google Chat calls by {@code <users/id>} only, and each just once. */
  static String googleChat(List<String> names) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String name : names) {
      boolean all = EVERYONE.contains(name.toLowerCase(Locale.ROOT));
      boolean token = name.startsWith("<users/") && name.endsWith(">");
      tokens.add(all ? "<users/all>" : token ? name : "@" + name);
    }
    return String.join(" ", tokens);
  }

  /** Telegram knows names; ids become links, which only HTML has. */
  static String telegram(List<String> names, boolean html) {
    return joined(
        names,
        name -> {
          boolean id = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
          return html && id
              ? "<a href=\"tg://user?id=" + name + "\">" + name + "</a>"
              : "@" + (html ? Html.escape(name) : name);
        });
  }

  /** A mail calls nobody: the names of people are listed, groups mean nothing. */
  static String mail(List<String> names) {
    String people =
        names.stream()
            .filter(name -> !Set.of("channel", "all", "here").contains(name))
            .collect(Collectors.joining(", "));
    return people.isEmpty() ? "" : "CC: " + people;
  }

  private static String joined(List<String> names, UnaryOperator<String> form) {
    return names.stream().map(form).collect(Collectors.joining(" "));
  }
}
