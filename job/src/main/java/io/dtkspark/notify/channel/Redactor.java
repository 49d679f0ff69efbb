package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the secrets of a channel out of texts that servers sent. */
final class Redactor {

  private static final String HIDDEN = "***";
  private static final int SHOWN_LENGTH = 200;

  /** Shorter values would hide letters of ordinary words. */
  private static final int MIN_SECRET = 4;

  /** Settings whose values say nothing about access. */
  private static final Set<String> OPEN =
      Set.of(
          "username",
          "channel",
          "format",
          "parse_mode",
          "template",
          "subject_template",
          "server",
          "smtp_host",
          "from_email",
          "from_name",
          "to_emails");

  private final List<String> secrets = new ArrayList<>();

  Redactor(ChannelConfig config) {
    config
        .settings()
        .forEach(
            (key, value) -> {
              if (!OPEN.contains(key)) {
                addSecret(value);
              }
            });
    // A secret can be part of another.
    secrets.sort(Comparator.comparing(String::length).reversed());
  }

  /** The text on one line, cut, without secrets. */
  String shown(String text) {
    String safe = text;
    for (String secret : secrets) {
      safe = safe.replace(secret, HIDDEN);
    }
    String line = safe.replaceAll("\\s+", " ").strip();
    return line.length() > SHOWN_LENGTH ? line.substring(0, SHOWN_LENGTH) + "…" : line;
  }

  private void addSecret(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::addSecret);
    } else if (value instanceof List<?> list) {
      list.forEach(this::addSecret);
    } else if (value instanceof String text) {
      keep(text);
      // Of an address, servers repeat the path or a piece of it.
      for (String piece : text.split("[/?&=]", -1)) {
        keep(piece);
      }
    }
  }

  private void keep(String text) {
    boolean scheme = text.equals("http:") || text.equals("https:");
    if (text.length() >= MIN_SECRET && !scheme) {
      secrets.add(text);
    }
  }
}
