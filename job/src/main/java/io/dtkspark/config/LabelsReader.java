package io.dtkspark.config;

import io.dtkspark.config.IncidentLabels.Incident;
import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.config.yaml.YamlNode;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads files of labels, YAML or JSON (which is YAML): a list of incidents, or a mapping with
 * {@code incidents} and, all optional, {@code metric}, {@code timezone}, {@code capture_windows}
 * and {@code alert_reviews}.
 */
public final class LabelsReader {

  private final Path root;
  private final ConfigWarnings warnings;

  /**
   * @param root the project's; messages name files relative to it
   */
  public LabelsReader(Path root, ConfigWarnings warnings) {
    this.root = root;
    this.warnings = warnings;
  }

  /**
   * Reads a file.
   *
   * @param file absolute, or relative to the project's root
   * @param metric the metric to tune; a file for another one is an error
   * @throws DtkException CONFIG naming file, line and key
   */
  public IncidentLabels read(Path file, String metric) {
    Path absolute = root.resolve(file).normalize();
    ConfigFile config = ConfigFile.of(root, absolute, false);
    if (!Files.exists(absolute)) {
      throw new DtkException(
          ErrorCode.CONFIG, config.name() + ": there is no such labels file; correct its path");
    }
    return read(config.read(), metric);
  }

  /**
   * An incident that was typed in, in UTC.
   *
   * @param end empty for a point
   * @throws DtkException CONFIG when a time is none
   */
  public Incident typed(String start, Optional<String> end) {
    Map<Object, YamlNode.Entry> entries = new LinkedHashMap<>();
    entries.put(end.isPresent() ? "start" : "at", typed(start));
    end.ifPresent(text -> entries.put("end", typed(text)));
    ConfigFile input = new ConfigFile(root, "input", false);
    ConfigNode node = new ConfigNode(input, new YamlNode.Mapping(entries, 1), "");
    return new IncidentReader(Optional.empty(), warnings).incident(node);
  }

  private static YamlNode.Entry typed(String text) {
    return new YamlNode.Entry(new YamlNode.Scalar(text, text, 1), 1);
  }

  private IncidentLabels read(ConfigNode node, String metric) {
    if (node.isNull()) {
      throw node.problem("the file is empty; a labels file lists 'incidents'");
    }
    if (node.isList()) {
      IncidentReader utc = new IncidentReader(Optional.empty(), warnings);
      return new IncidentLabels(utc.incidents(node), List.of(), List.of());
    }
    if (!node.isMapping()) {
      throw node.mismatch("a mapping with 'incidents', or a list of incidents");
    }
    return read(node.fields(warnings), metric);
  }

  private IncidentLabels read(Fields fields, String metric) {
    fields
        .optional("metric")
        .filter(declared -> !metric.equals(declared.value()))
        .ifPresent(
            declared -> {
              throw declared.mismatch("\"" + metric + "\", the metric that is tuned");
            });
    Optional<ConfigNode> timezone =
        fields.present("timezone").filter(zone -> PythonNumbers.isTruthy(zone.value()));
    IncidentReader reader = new IncidentReader(timezone, fields.warnings());
    IncidentLabels labels =
        new IncidentLabels(
            fields.orElse("incidents", reader::incidents, List.of()),
            unlessFalsy(fields, "capture_windows", reader::spans),
            unlessFalsy(fields, "alert_reviews", reader::reviews));
    fields.done();
    return labels;
  }

  private static <T> List<T> unlessFalsy(
      Fields fields, String key, Function<ConfigNode, List<T>> read) {
    return fields
        .present(key)
        .filter(node -> PythonNumbers.isTruthy(node.value()))
        .map(read)
        .orElse(List.of());
  }
}
