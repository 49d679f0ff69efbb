package io.dtkspark.config;

import io.dtkspark.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Applies a change to every text value of a tree; messages keep showing the text as written. */
final class YamlTexts {

  private final UnaryOperator<String> change;
  private final IdentityHashMap<YamlNode, YamlNode> done = new IdentityHashMap<>();

  private YamlTexts(UnaryOperator<String> change) {
    this.change = change;
  }

  static YamlNode change(YamlNode node, UnaryOperator<String> change) {
    return new YamlTexts(change).change(node);
  }

  private YamlNode change(YamlNode node) {
    YamlNode known = done.get(node);
    if (known == null) {
      known = changeNew(node);
      done.put(node, known);
    }
    return known;
  }

  private YamlNode changeNew(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.value() instanceof String text
          ? new YamlNode.Scalar(change.apply(text), scalar.text(), scalar.line())
          : scalar;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(change(item)));
      return new YamlNode.Sequence(items, sequence.line());
    }
    Map<Object, YamlNode.Entry> entries = new LinkedHashMap<>();
    ((YamlNode.Mapping) node)
        .entries()
        .forEach((k, e) -> entries.put(k, new YamlNode.Entry(change(e.node()), e.line())));
    return new YamlNode.Mapping(entries, node.line());
  }
}
