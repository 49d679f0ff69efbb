package io.dtkspark.config.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a YAML file and the line it starts on (first line is 1). Aliases share their node. */
public sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Sequence, YamlNode.Mapping {

  int line();

  /** The node without its position, as Python would hold it: scalar values, lists and maps. */
  Object value();

  /**
   * A single value.
   *
   * @param value null, Boolean, Long, BigInteger, Double, String, or for times LocalDate,
   *     LocalDateTime (no offset) and Instant (with offset)
   * @param text as written, for messages
   */
  record Scalar(Object value, String text, int line) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public Object value() {
      return items.stream().map(YamlNode::value).collect(Collectors.toList());
    }
  }

  /** A mapping in the order of its keys' first appearance; a repeated key has its last value. */
  record Mapping(Map<Object, Entry> entries, int line) implements YamlNode {
    @Override
    public Object value() {
      Map<Object, Object> values = new LinkedHashMap<>();
      entries.forEach((key, entry) -> values.put(key, entry.node().value()));
      return values;
    }
  }

  /**
   * A value in a mapping.
   *
   * @param line of the key
   */
  record Entry(YamlNode node, int line) {}
}
