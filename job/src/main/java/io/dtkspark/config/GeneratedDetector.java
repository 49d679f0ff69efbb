package io.dtkspark.config;

import io.dtkspark.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks detectors that a program made up by the rules for those in a file. */
public final class GeneratedDetector {

  private static final int LINE = 1;

  private GeneratedDetector() {}

  /**
   * Checks the parameters and derives the id they would have in a file.
   *
   * @param origin where the parameters come from, for messages
   * @param type mad, zscore, iqr, autoreg or manual_bounds
   * @param params values as {@link YamlNode#value()} has them
   * @throws io.dtkspark.error.DtkException CONFIG naming origin, key, value and limit
   */
  public static DetectorConfig.Resolved resolve(
      String origin, String type, Map<String, Object> params) {
    ConfigFile file = new ConfigFile(Path.of(origin), origin, false);
    ConfigNode detector = new ConfigNode(file, new YamlNode.Mapping(Map.of(), LINE), "");
    ConfigNode node = new ConfigNode(file, yaml(params), "");
    DetectorParams.rejectExecutionKeys(node);
    return DetectorType.of(type)
        .orElseThrow(() -> detector.problem("'" + type + "' is no detector"))
        .resolve(new DetectorParams(detector, node));
  }

  private static YamlNode yaml(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, YamlNode.Entry> entries = new LinkedHashMap<>();
      map.forEach((key, item) -> entries.put(key, new YamlNode.Entry(yaml(item), LINE)));
      return new YamlNode.Mapping(entries, LINE);
    }
    if (value instanceof List<?> list) {
      List<YamlNode> items = new ArrayList<>();
      list.forEach(item -> items.add(yaml(item)));
      return new YamlNode.Sequence(items, LINE);
    }
    return new YamlNode.Scalar(value, String.valueOf(value), LINE);
  }
}
