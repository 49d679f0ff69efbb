package io.dtkspark.config;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A detectkit project on disk: {@code detectkit_project.yml}, {@code profiles.yml} and {@code
 * metrics/}. Files are read when they are asked for, each once.
 *
 * <pre>{@code
 * ConfigWarnings warnings = ConfigWarnings.collecting();
 * Project project = Project.open(Path.of(""), System.getenv(), warnings);
 * List<MetricConfig> metrics = project.select("tag:critical");
 * Profile state = project.profiles().state(Optional.empty());
 * }</pre>
 */
public final class Project {

  private static final String PROJECT_FILE = "detectkit_project.yml";
  private static final int LEVELS_UP = 10;

  private final ProjectConfig config;
  private final Map<String, String> environment;
  private final ConfigWarnings warnings;
  private final MetricFiles files;
  private final Map<Path, MetricConfig> metrics = new HashMap<>();

  private Project(ProjectConfig config, Map<String, String> environment, ConfigWarnings warnings) {
    this.config = config;
    this.environment = environment;
    this.warnings = warnings;
    this.files = new MetricFiles(config.root());
  }

  /**
   * Opens the project that {@code directory} lies in.
   *
   * @param environment variables that {@code profiles.yml} may refer to
   * @param warnings takes what is odd but no error
   * @throws DtkException CONFIG when there is no project, or its file is wrong
   */
  public static Project open(
      Path directory, Map<String, String> environment, ConfigWarnings warnings) {
    Path root =
        findRoot(directory)
            .orElseThrow(
                () ->
                    new DtkException(
                        ErrorCode.CONFIG,
                        "no "
                            + PROJECT_FILE
                            + " here or in the "
                            + (LEVELS_UP - 1)
                            + " directories above; change into a project, or create one with"
                            + " 'dtk init <name>'"));
    ConfigNode node = ConfigFile.of(root, root.resolve(PROJECT_FILE), false).read();
    return new Project(ProjectReader.read(root, node, warnings), environment, warnings);
  }

  /** The nearest directory with a project file, from {@code directory} upwards. */
  public static Optional<Path> findRoot(Path directory) {
    Path current = directory.toAbsolutePath().normalize();
    for (int level = 0; level < LEVELS_UP && current != null; level++) {
      if (Files.exists(current.resolve(PROJECT_FILE))) {
        return Optional.of(current);
      }
      current = current.getParent();
    }
    return Optional.empty();
  }

  public ProjectConfig config() {
    return config;
  }

  /**
   * The metrics a selector means, sorted by file; empty when there are none.
   *
   * @param selector {@code *}, {@code tag:NAME}, a path pattern or a metric's name
   * @throws DtkException CONFIG when a selected file is wrong or two metrics share a name
   */
  public List<MetricConfig> select(String selector) {
    Map<String, MetricConfig> byName = new LinkedHashMap<>();
    for (Path file : new MetricSelector(files, warnings).select(selector)) {
      MetricConfig metric = read(file);
      MetricConfig other = byName.putIfAbsent(metric.name(), metric);
      if (other != null) {
        throw duplicate(metric.name(), other.file(), file);
      }
    }
    return List.copyOf(byName.values());
  }

  /**
   * Reads {@code profiles.yml}.
   *
   * @throws DtkException CONFIG when it is absent or wrong
   */
  public Profiles profiles() {
    Path file = config.root().resolve("profiles.yml");
    if (!Files.exists(file)) {
      throw new DtkException(
          ErrorCode.CONFIG, "profiles.yml not found; it belongs beside " + PROJECT_FILE);
    }
    ConfigNode node =
        ConfigFile.of(config.root(), file, true)
            .read(new EnvironmentVariables(environment)::fillIn);
    return Profiles.read(node, config.root(), warnings);
  }

  /** The metric of this name, wherever its file is; wrong files of other metrics do not matter. */
  public Optional<MetricConfig> find(String name) {
    return files.all().stream()
        .flatMap(file -> readable(file).stream())
        .filter(metric -> metric.name().equals(name))
        .findFirst();
  }

  private Optional<MetricConfig> readable(Path file) {
    try {
      return Optional.of(read(file));
    } catch (DtkException wrongFile) {
      return Optional.empty();
    }
  }

  /** What a copy of the metric keeps of its file. */
  public MetricKeys keys(MetricConfig metric) {
    return MetricKeys.of(files.read(metric.file()));
  }

  /**
   * Reads a metric from a text that is to become a file.
   *
   * @param file absolute path it will have
   * @throws DtkException CONFIG when the text is no metric
   */
  public MetricConfig parse(Path file, String text) {
    ConfigFile future = ConfigFile.of(config.root(), file, false);
    return MetricReader.read(future.parse(text, UnaryOperator.identity()), warnings);
  }

  /** A reader of this project's labels. */
  public LabelsReader labels() {
    return new LabelsReader(config.root(), warnings);
  }

  private MetricConfig read(Path file) {
    MetricConfig known = metrics.get(file);
    if (known == null) {
      known = MetricReader.read(files.read(file), warnings);
      metrics.put(file, known);
    }
    return known;
  }

  private DtkException duplicate(String name, Path first, Path second) {
    return new DtkException(
        ErrorCode.CONFIG,
        "Duplicate metric name '"
            + name
            + "' found:\n  - "
            + config.root().relativize(first)
            + "\n  - "
            + config.root().relativize(second)
            + "\nMetric names must be unique across the project.\n"
            + "Please rename one of the metrics to avoid data corruption.");
  }
}
