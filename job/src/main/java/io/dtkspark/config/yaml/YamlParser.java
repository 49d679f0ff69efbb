package io.dtkspark.config.yaml;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Turns one YAML document into {@link YamlNode}s. Merge keys are applied, aliases share their node.
 *
 * <p>Messages say where the problem is and never quote the file, since any file can hold secrets.
 */
public final class YamlParser {

  private static final int MAX_CHARACTERS = 16 * 1024 * 1024;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ALIASES = 10_000;

  /** Nodes after every alias is written out: what stops a file of nested aliases. */
  private static final long MAX_NODES = 1_000_000;

  private final String file;
  private final IdentityHashMap<Node, YamlNode> done = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Long> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

  private YamlParser(String file) {
    this.file = file;
  }

  /**
   * Parses a document; an empty one is a scalar null.
   *
   * @param file name for messages
   * @throws DtkException CONFIG with file and line when it is not YAML
   */
  public static YamlNode parse(String file, String text) {
    return new YamlParser(file).parse(text);
  }

  private YamlNode parse(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CHARACTERS);
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setMaxAliasesForCollections(MAX_ALIASES);
    try {
      StreamReader reader = new StreamReader(text);
      ParserImpl events = new ParserImpl(reader, limits);
      Node root = new Composer(events, new YamlScalars(), limits).getSingleNode();
      return root == null ? new YamlNode.Scalar(null, "", 1) : convert(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw problem(line, "the text is not valid YAML; " + advice(e));
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      throw problem(line, "an unprintable character; remove it, or escape it in double quotes");
    } catch (YAMLException e) {
      throw problem(
          1,
          "values are nested deeper than "
              + MAX_DEPTH
              + ", or the text is longer than "
              + MAX_CHARACTERS
              + " characters");
    }
  }

  /** A hint by kind of problem; the parser's own words may quote the file. */
  private static String advice(MarkedYAMLException e) {
    String problem = e.getContext() + " " + e.getProblem();
    if (problem.contains("alias")) {
      return "an alias (*name) needs its anchor (&name) further up";
    }
    if (problem.contains("'\\t'") || problem.contains("\\t(TAB)")) {
      return "indent with spaces, not tabs";
    }
    if (problem.contains("tag is not allowed")) {
      return "this YAML tag is not supported";
    }
    if (problem.contains("another document") || problem.contains("document start")) {
      return "only one document per file is read";
    }
    return "check indentation, colons and quotes here and on the line before";
  }

  private YamlNode convert(Node node) {
    YamlNode known = done.get(node);
    if (known != null) {
      return known;
    }
    if (open.put(node, true) != null) {
      throw problem(line(node), "an alias refers to the value it is part of");
    }
    YamlNode converted = convertNew(node);
    open.remove(node);
    done.put(node, converted);
    limitSize(converted);
    return converted;
  }

  private YamlNode convertNew(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      requireTag(node, Tag.SEQ);
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new YamlNode.Sequence(items, line(node));
    }
    requireTag(node, Tag.MAP);
    return new YamlNode.Mapping(entries((MappingNode) node), line(node));
  }

  private YamlNode.Scalar scalar(ScalarNode node) {
    try {
      Object value = YamlScalars.construct(node.getTag(), node.getValue());
      return new YamlNode.Scalar(value, node.getValue(), line(node));
    } catch (IllegalArgumentException e) {
      String reason = e instanceof NumberFormatException ? "not a number" : e.getMessage();
      throw problem(
          line(node), "a value cannot be read (" + reason + "); quote it to keep it text");
    }
  }

  /** Own keys replace merged ones; of several merged mappings the first one wins. */
  private Map<Object, YamlNode.Entry> entries(MappingNode node) {
    Map<Object, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(entries, tuple.getValueNode());
      }
    }
    for (NodeTuple tuple : node.getValue()) {
      if (!tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        YamlNode value = convert(tuple.getValueNode());
        entries.put(key(tuple.getKeyNode()), new YamlNode.Entry(value, line(tuple.getKeyNode())));
      }
    }
    return entries;
  }

  private void merge(Map<Object, YamlNode.Entry> entries, Node source) {
    YamlNode merged = convert(source);
    if (merged instanceof YamlNode.Mapping mapping) {
      entries.putAll(mapping.entries());
      return;
    }
    if (!(merged instanceof YamlNode.Sequence sequence)) {
      throw problem(line(source), "<< needs a mapping or a list of mappings");
    }
    for (int i = sequence.items().size() - 1; i >= 0; i--) {
      if (!(sequence.items().get(i) instanceof YamlNode.Mapping mapping)) {
        throw problem(line(source), "<< needs a mapping or a list of mappings");
      }
      entries.putAll(mapping.entries());
    }
  }

  private Object key(Node node) {
    if (node instanceof ScalarNode scalar) {
      return node.getTag().equals(YamlScalars.VALUE) ? "=" : scalar(scalar).value();
    }
    throw problem(line(node), "a key must be a single value");
  }

  private void requireTag(Node node, Tag expected) {
    if (!node.getTag().equals(expected)) {
      throw problem(line(node), "this YAML tag is not supported");
    }
  }

  private void limitSize(YamlNode node) {
    long size = 1;
    if (node instanceof YamlNode.Sequence sequence) {
      size += sequence.items().stream().mapToLong(sizes::get).sum();
    } else if (node instanceof YamlNode.Mapping mapping) {
      size += mapping.entries().values().stream().mapToLong(e -> sizes.get(e.node())).sum();
    }
    if (size > MAX_NODES) {
      throw problem(node.line(), "aliases expand to more than " + MAX_NODES + " values");
    }
    sizes.put(node, size);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private DtkException problem(int line, String what) {
    return new DtkException(ErrorCode.CONFIG, file + ":" + line + ": " + what);
  }
}
