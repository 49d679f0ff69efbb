package io.dtkspark.autotune.label;

import io.dtkspark.config.AutotuneConfig;
import io.dtkspark.config.IncidentLabels;
import io.dtkspark.config.LabelsReader;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.json.CodePointOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the labels of a metric. The first of these that there is counts: the file or directory of
 * the command line, the {@code labels_file} of the metric, its inline {@code incidents}, the
 * directory {@code incidents/<metric>}, what is typed in at a terminal. Of a directory one file
 * counts: the last by name, which holds the time it was saved, unless somebody chooses another.
 */
public final class LabelSource {

  private static final List<String> EXTENSIONS = List.of(".yml", ".yaml", ".json");

  private final Path root;
  private final LabelsReader reader;
  private final Optional<LabelPrompt> prompt;

  /**
   * Labels, and where they are from, for people.
   *
   * @param origin such as {@code incidents/cpu.yml}
   */
  public record Found(IncidentLabels labels, String origin) {}

  /**
   * @param root the project's
   * @param prompt empty when nobody is there to answer
   */
  public LabelSource(Path root, LabelsReader reader, Optional<LabelPrompt> prompt) {
    this.root = root;
    this.reader = reader;
    this.prompt = prompt;
  }

  /**
   * The labels of {@code metric}.
   *
   * @param option path on the command line
   * @throws DtkException CONFIG when a file that was asked for is absent or wrong
   */
  public Found find(String metric, Optional<String> option, AutotuneConfig block) {
    Optional<String> path = option.filter(text -> !text.isEmpty()).or(block::labelsFile);
    if (path.isPresent()) {
      return named(metric, path.get());
    }
    int inline = block.incidents().incidents().size();
    if (inline > 0) {
      return new Found(block.incidents(), inline + " incident(s) of the metric's autotune block");
    }
    List<Path> saved = files(root.resolve("incidents").resolve(metric));
    if (!saved.isEmpty()) {
      return read(metric, chosen(saved));
    }
    return prompt
        .map(LabelPrompt::ask)
        .filter(labels -> !labels.incidents().isEmpty())
        .map(labels -> new Found(labels, labels.incidents().size() + " incident(s) typed in"))
        .orElse(new Found(IncidentLabels.NONE, "none (unsupervised)"));
  }

  private Found named(String metric, String path) {
    Path file = resolved(path);
    if (!Files.isDirectory(file)) {
      return read(metric, file);
    }
    List<Path> files = files(file);
    if (files.isEmpty()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "labels directory " + path + " has no .yml, .yaml or .json file; name another");
    }
    return read(metric, chosen(files));
  }

  private Path resolved(String path) {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      throw new DtkException(ErrorCode.CONFIG, "labels path '" + path + "' is no path", e);
    }
  }

  private Found read(String metric, Path file) {
    return new Found(reader.read(file, metric), shown(file));
  }

  private String shown(Path file) {
    Path normal = file.toAbsolutePath().normalize();
    return (normal.startsWith(root) ? root.relativize(normal) : normal).toString();
  }

  private Path chosen(List<Path> files) {
    return files.size() > 1 && prompt.isPresent()
        ? prompt.get().choose(files)
        : files.get(files.size() - 1);
  }

  /** The files of a directory by name; none when it does not exist. */
  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(file -> EXTENSIONS.stream().anyMatch(file.toString()::endsWith))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(LabelSource::name, CodePointOrder.COMPARATOR))
          .toList();
    } catch (IOException e) {
      throw new DtkException(
          ErrorCode.CONFIG, "labels directory " + directory + " cannot be read", e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
