package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.error.DtkException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the files a selector means: {@code tag:NAME}, a path pattern (anything with {@code *} or a
 * slash; {@code *} alone is every metric) or a metric's name. Tags and names are looked up at the
 * top of a file only, before it is checked; files that cannot be read are skipped with a warning.
 */
final class MetricSelector {

  private static final String TAG = "tag:";

  private final MetricFiles files;
  private final ConfigWarnings warnings;

  MetricSelector(MetricFiles files, ConfigWarnings warnings) {
    this.files = files;
    this.warnings = warnings;
  }

  List<Path> select(String selector) {
    if (!files.exist()) {
      return List.of();
    }
    if (selector.startsWith(TAG)) {
      String tag = selector.substring(TAG.length());
      return files.all().stream().filter(file -> test(file, root -> hasTag(root, tag))).toList();
    }
    if (selector.equals("*")) {
      return files.all();
    }
    if (selector.contains("*") || selector.contains("/")) {
      return files.matching(selector.startsWith("metrics/") ? selector : "metrics/" + selector);
    }
    // A file of that name comes first, whatever the metric inside is called.
    return files.named(selector).or(() -> byName(selector)).stream().toList();
  }

  private Optional<Path> byName(String name) {
    return files.all().stream().filter(file -> test(file, root -> hasName(root, name))).findFirst();
  }

  private boolean test(Path file, Predicate<ConfigNode> predicate) {
    try {
      return predicate.test(files.read(file));
    } catch (DtkException e) {
      warnings.add(
          new ConfigWarning.Remark(
              files.name(file), 1, "the search skips this file: " + e.getMessage()));
      return false;
    }
  }

  private static boolean hasName(ConfigNode root, String name) {
    if (!PythonNumbers.isTruthy(root.value())) {
      return false;
    }
    if (!root.isMapping()) {
      throw root.mismatch("a mapping of keys to values");
    }
    return root.child("name").filter(node -> name.equals(node.value())).isPresent();
  }

  /** Python's {@code in}: an item of a list, a key of a mapping, but any part of a text. */
  private static boolean hasTag(ConfigNode root, String tag) {
    if (!PythonNumbers.isTruthy(root.value())) {
      return false;
    }
    if (!root.isMapping()) {
      throw root.mismatch("a mapping of keys to values");
    }
    Optional<ConfigNode> tags = root.child("tags");
    if (tags.isEmpty()) {
      return false;
    }
    Object value = tags.get().value();
    if (value instanceof String text) {
      return text.contains(tag);
    }
    if (value instanceof Map<?, ?> map) {
      return map.containsKey(tag);
    }
    if (value instanceof List<?> list) {
      return list.contains(tag);
    }
    throw tags.get().mismatch("a list of tags");
  }
}
