package io.dtkspark.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping while it is read. Every key asked for is a known key; {@link #done()}
 * warns about the others. A key that is present without a value is an error unless it is read with
 * {@link #optional}.
 */
final class Fields {

  private final ConfigNode mapping;
  private final ConfigWarnings warnings;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(ConfigNode mapping, ConfigWarnings warnings) {
    this.mapping = mapping;
    this.warnings = warnings;
  }

  ConfigNode node() {
    return mapping;
  }

  /** The value under {@code key} whatever it is, null included. */
  Optional<ConfigNode> present(String key) {
    known.add(key);
    return mapping.child(key);
  }

  /** The value under {@code key}; null counts as absent. */
  Optional<ConfigNode> optional(String key) {
    return present(key).filter(node -> !node.isNull());
  }

  ConfigNode required(String key, String expected) {
    return present(key).orElseThrow(() -> mapping.missing(key, expected));
  }

  <T> T orElse(String key, Function<ConfigNode, T> read, T fallback) {
    return present(key).map(read).orElse(fallback);
  }

  String text(String key, String fallback) {
    return orElse(key, ConfigNode::text, fallback);
  }

  Optional<String> optionalText(String key) {
    return optional(key).map(ConfigNode::text);
  }

  boolean flag(String key, boolean fallback) {
    return orElse(key, ConfigNode::flag, fallback);
  }

  int whole(String key, int fallback, int min, int max) {
    return orElse(key, node -> node.whole(min, max), fallback);
  }

  List<String> texts(String key) {
    return orElse(key, ConfigNode::texts, List.of());
  }

  /** Keys that may hold text or nothing and that nothing here uses. */
  void checkOptionalTexts(String... keys) {
    for (String key : keys) {
      optionalText(key);
    }
  }

  /** A share of a whole, e.g. 0.3. */
  Optional<Double> fraction(String key) {
    Optional<ConfigNode> node = optional(key);
    Optional<Double> fraction = node.map(ConfigNode::number);
    fraction
        .filter(value -> !(value > 0 && value <= 1))
        .ifPresent(
            value -> {
              throw node.orElseThrow().mismatch("a fraction above 0 and up to 1 (0.3 is 30%)");
            });
    return fraction;
  }

  /** Warns about the keys nobody asked for. */
  void done() {
    for (String key : mapping.keys()) {
      if (!known.contains(key)) {
        ConfigNode node = mapping.child(key).orElseThrow();
        warnings.add(
            new ConfigWarning.UnknownKey(
                mapping.file().name(),
                node.line(),
                mapping.pathOf(key),
                Spelling.nearest(key, known)));
      }
    }
  }

  ConfigWarnings warnings() {
    return warnings;
  }
}
