package io.dtkspark.autotune.output;

import io.dtkspark.autotune.TuningInput;
import io.dtkspark.autotune.TuningResult;
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
   * @param original what the file of the metric says
   * @param originalFile that file, relative to the project's root
   */
  public static TunedConfig of(
      MetricKeys original, Path originalFile, TuningInput input, TuningResult result) {
    String runId = RunId.of(input, result);
    String suffix = "__tuned_" + runId;
    String name = input.metric() + suffix;
    Map<String, Object> body = new TunedBody(original, input, result).write(name);
    String header = TunedHeader.text(runId, original, originalFile, input, result);
    Path file = Path.of("metrics", stem(originalFile) + suffix + ".yml");
    return new TunedConfig(runId, name, file, header + YamlWriter.write(body));
  }

  /** The file's name without its last extension. */
  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
