package io.dtkspark.config.yaml;

import io.dtkspark.json.ShortestDouble;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes values as YAML that {@link YamlParser} and PyYAML read back as the same values: null,
 * Boolean, whole numbers, doubles, text, and lists and text-keyed maps of them. Text of several
 * lines stays as it is where YAML can show it so.
 */
public final class YamlWriter {

  private static final YamlScalars SCALARS = new YamlScalars();

  /** Readers turn these into line feeds or spaces, or drop them, unless they are escaped. */
  private static final Pattern MUST_ESCAPE = Pattern.compile("[\\r\\u0085\\u2028\\u2029\\ufeff]");

  private YamlWriter() {}

  /** The document; maps in the order of their iteration. */
  public static String write(Map<String, Object> document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setWidth(Integer.MAX_VALUE);
    options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(node(document), text);
    return text.toString();
  }

  private static Node node(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<NodeTuple> entries = new ArrayList<>();
      map.forEach((key, entry) -> entries.add(new NodeTuple(key((String) key), node(entry))));
      return new MappingNode(Tag.MAP, entries, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
    if (value instanceof List<?> list) {
      List<Node> items = new ArrayList<>();
      list.forEach(item -> items.add(node(item)));
      return new SequenceNode(Tag.SEQ, items, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
    return scalar(value);
  }

  private static ScalarNode scalar(Object value) {
    if (value == null) {
      return plain(Tag.NULL, "null");
    }
    if (value instanceof Boolean) {
      return plain(Tag.BOOL, value.toString());
    }
    if (value instanceof Double number) {
      return plain(Tag.FLOAT, floating(number));
    }
    if (value instanceof Number) {
      return plain(Tag.INT, value.toString());
    }
    String text = (String) value;
    return new ScalarNode(Tag.STR, text, null, null, style(text));
  }

  /** On one line, whatever it holds. */
  private static ScalarNode key(String text) {
    ScalarStyle style = text.contains("\n") ? ScalarStyle.DOUBLE_QUOTED : style(text);
    return new ScalarNode(Tag.STR, text, null, null, style);
  }

  private static ScalarNode plain(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  /** Plain where every reader takes the text for a text. */
  private static ScalarStyle style(String text) {
    if (MUST_ESCAPE.matcher(text).find()) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    if (text.contains("\n")) {
      return ScalarStyle.LITERAL;
    }
    boolean isText = SCALARS.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    return isText ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
  }

  /** YAML 1.1 wants a dot before the exponent. */
  private static String floating(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    String text = ShortestDouble.python(number);
    return text.contains(".") ? text : text.replace("e", ".0e");
  }
}
