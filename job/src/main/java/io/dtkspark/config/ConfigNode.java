package io.dtkspark.config;

import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.config.yaml.YamlNode;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value together with where it stands: file, line and key path such as {@code
 * detectors[0].params}. Reads the value as a type and reports it when it is something else.
 */
final class ConfigNode {

  private static final int SHOWN_LENGTH = 80;

  private final ConfigFile file;
  private final YamlNode yaml;
  private final String path;
  private final int line;

  ConfigNode(ConfigFile file, YamlNode yaml, String path) {
    this(file, yaml, path, yaml.line());
  }

  private ConfigNode(ConfigFile file, YamlNode yaml, String path, int line) {
    this.file = file;
    this.yaml = yaml;
    this.path = path;
    this.line = line;
  }

  ConfigFile file() {
    return file;
  }

  int line() {
    return line;
  }

  /** The value as Python would hold it. */
  Object value() {
    return yaml.value();
  }

  boolean isNull() {
    return yaml instanceof YamlNode.Scalar scalar && scalar.value() == null;
  }

  boolean isMapping() {
    return yaml instanceof YamlNode.Mapping;
  }

  boolean isList() {
    return yaml instanceof YamlNode.Sequence;
  }

  /** The keys, when this is a mapping; keys that are no text are missing. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (yaml instanceof YamlNode.Mapping mapping) {
      mapping.entries().keySet().stream()
          .filter(String.class::isInstance)
          .forEach(key -> keys.add((String) key));
    }
    return keys;
  }

  /** The value under {@code key}, when this is a mapping that has it. */
  Optional<ConfigNode> child(String key) {
    if (!(yaml instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    return Optional.ofNullable(mapping.entries().get(key))
        .map(entry -> new ConfigNode(file, entry.node(), pathOf(key), entry.line()));
  }

  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  Fields fields(ConfigWarnings warnings) {
    if (!isMapping()) {
      throw mismatch("a mapping of keys to values");
    }
    return new Fields(this, warnings);
  }

  /** This mapping, whose keys must all be text. */
  ConfigNode withTextKeys() {
    if (!(yaml instanceof YamlNode.Mapping mapping)) {
      throw mismatch("a mapping of keys to values");
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!(key instanceof String)) {
                String shown = file.secret() ? "" : " " + PythonRepr.of(key);
                throw new ConfigNode(file, entry.node(), path, entry.line())
                    .problem("the key" + shown + " is not text; quote it");
              }
            });
    return this;
  }

  List<ConfigNode> items() {
    if (!(yaml instanceof YamlNode.Sequence sequence)) {
      throw mismatch("a list");
    }
    List<ConfigNode> items = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      items.add(new ConfigNode(file, item, path + "[" + items.size() + "]"));
    }
    return items;
  }

  String text() {
    if (value() instanceof String text) {
      return text;
    }
    throw mismatch("text" + (yaml instanceof YamlNode.Scalar && !isNull() ? " (quote it)" : ""));
  }

  List<String> texts() {
    return items().stream().map(ConfigNode::text).toList();
  }

  boolean flag() {
    return LaxValues.flag(value()).orElseThrow(() -> mismatch("true or false"));
  }

  double number() {
    return LaxValues.number(value()).orElseThrow(() -> mismatch("a number"));
  }

  int whole(int min, int max) {
    String range = max == Integer.MAX_VALUE ? ", at least " + min : " from " + min + " to " + max;
    String expected = "a whole number" + range;
    BigInteger whole = LaxValues.whole(value()).orElseThrow(() -> mismatch(expected));
    if (whole.compareTo(BigInteger.valueOf(min)) < 0) {
      throw mismatch(expected);
    }
    if (whole.compareTo(BigInteger.valueOf(max)) > 0) {
      throw mismatch("a whole number from " + min + " to " + max);
    }
    return whole.intValueExact();
  }

  /** A duration as written: text, or a whole number of seconds as decimal digits. */
  DurationText duration() {
    if (value() instanceof String text) {
      return new DurationText(text, false);
    }
    return LaxValues.whole(value())
        .map(seconds -> new DurationText(seconds.toString(), true))
        .orElseThrow(() -> mismatch(DurationText.EXPECTED));
  }

  String oneOf(List<String> allowed) {
    String text = text();
    if (!allowed.contains(text)) {
      throw mismatch("one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** An error that shows the value and what was expected in its place. */
  DtkException mismatch(String expected) {
    return problem("got " + shown() + "; expected " + expected);
  }

  /** An error at this place. */
  DtkException problem(String what) {
    return problem(what, null);
  }

  DtkException problem(String what, Throwable cause) {
    return new DtkException(ErrorCode.CONFIG, position() + what, cause);
  }

  /** An error about a key this mapping does not have. */
  DtkException missing(String key, String expected) {
    String where = file.name() + ":" + line + ": " + pathOf(key);
    return new DtkException(ErrorCode.CONFIG, where + ": missing; expected " + expected);
  }

  ConfigWarning.Remark remark(String what) {
    String where = path.isEmpty() ? "" : path + ": ";
    return new ConfigWarning.Remark(file.name(), line, where + what);
  }

  /** The value for messages: as written, shortened, hidden where it may be a secret. */
  String shown() {
    if (yaml instanceof YamlNode.Sequence) {
      return "a list";
    }
    if (yaml instanceof YamlNode.Mapping) {
      return "a mapping";
    }
    YamlNode.Scalar scalar = (YamlNode.Scalar) yaml;
    if (scalar.value() == null) {
      return "nothing";
    }
    if (!file.shows(path.substring(path.lastIndexOf('.') + 1))) {
      return "a value that is not shown";
    }
    String text = scalar.text();
    String cut = text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
    return scalar.value() instanceof String ? "\"" + cut + "\"" : cut;
  }

  /** File, line and key, to be followed by what there is to say. */
  String place() {
    return file.name() + ":" + line + (path.isEmpty() ? "" : ": " + path);
  }

  private String position() {
    return place() + ": ";
  }
}
