package io.dtkspark.autotune.output;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.MetricKeys;
import io.dtkspark.config.yaml.YamlWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * The metric that comes out of a search: a copy of the original with one detector, ready to run,
 * led by comments that explain it.
 *
 * @param runId names the search
 * @param name of the new metric
 * @param file where it belongs, relative to the project's root
 * @param text of that file
 */
public record TunedConfig(String runId, String name, Path file, String text) {

  /**
   * Writes the new metric; nothing touches the disk.
   *
   * @param original the metric that was tuned
   * @param keys what its file says
   * @param originalFile its file, relative to the project's root
   */
  public static TunedConfig of(
      MetricConfig original,
      MetricKeys keys,
      Path originalFile,
      TuningInput input,
      TuningResult result) {
    String runId = RunId.of(input, result);
    String suffix = "__tuned_" + runId;
    Map<String, Object> body = new TunedBody(keys, input, result).write(original.name() + suffix);
    String header = TunedHeader.text(runId, keys, originalFile, input, result);
    return new TunedConfig(
        runId,
        original.name() + suffix,
        Path.of("metrics", stem(originalFile) + suffix + ".yml"),
        header + YamlWriter.write(body));
  }

  /** The file's name without its last extension. */
  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
