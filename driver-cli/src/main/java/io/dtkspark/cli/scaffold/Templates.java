package io.dtkspark.cli.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts shipped with the program, with {@code @word@} filled in. */
final class Templates {

  private static final String FOLDER = "/io/dtkspark/cli/init/";
  private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z_]+)@");

  private final Map<String, String> words;

  Templates(Map<String, String> words) {
    this.words = words;
  }

  /** The template with its words; a word that is not known is a defect of the template. */
  String text(String name) {
    return PLACEHOLDER
        .matcher(raw(name))
        .replaceAll(found -> Matcher.quoteReplacement(word(name, found.group(1))));
  }

  private String word(String name, String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalStateException("template " + name + " needs the word " + key);
    }
    return word;
  }

  private static String raw(String name) {
    try (InputStream file = Templates.class.getResourceAsStream(FOLDER + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
