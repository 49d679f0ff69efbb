package io.dtkspark.cli.command;

import io.dtkspark.cli.Console;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.option.ProjectOptions;
import io.dtkspark.config.ChannelConfig;
import io.dtkspark.config.ConfigWarning;
import io.dtkspark.config.ConfigWarnings;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.config.Profiles;
import io.dtkspark.config.Project;
import io.dtkspark.config.ProjectConfig;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.StateStore;
import io.dtkspark.store.StateStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The project a command works on. Warnings about its files are shown as soon as they are read. */
final class Workspace {

  /** DuckDB's setting for where relative file names of a query may also be found. */
  private static final String SEARCH_PATH = "file_search_path";

  private final Console console;
  private final ConfigWarnings warnings;
  private final Project project;
  private final Optional<String> profile;
  private Profiles profiles;
  private int warningsShown;

  private Workspace(Shell shell, Console console, ProjectOptions options) {
    this.console = console;
    this.profile = options.profile();
    this.warnings = options.strict() ? ConfigWarnings.strict() : ConfigWarnings.collecting();
    this.project =
        reading(() -> Project.open(shell.directory(), shell.environment(), this.warnings));
  }

  /**
   * Opens the project around the current directory and says where it is.
   *
   * @throws DtkException CONFIG when there is none or its file is wrong
   */
  static Workspace open(Shell shell, Console console, ProjectOptions options) {
    Project.findRoot(shell.directory()).ifPresent(root -> console.line("Project root: " + root));
    return new Workspace(shell, console, options);
  }

  ProjectConfig project() {
    return project.config();
  }

  /** The project for those who read its files themselves. */
  Project files() {
    return project;
  }

  /** The metrics a selector means; none is an error. */
  List<MetricConfig> select(String selector) {
    List<MetricConfig> metrics = matching(selector);
    if (metrics.isEmpty()) {
      throw new DtkException(ErrorCode.CONFIG, "No metrics found matching selector: " + selector);
    }
    return metrics;
  }

  /** The metrics a selector means. */
  List<MetricConfig> matching(String selector) {
    return reading(() -> project.select(selector));
  }

  /** The profile that holds the state: {@code --profile} or the default one. */
  Profile stateProfile() {
    return searchingRoot(profiles().state(profile));
  }

  /**
   * Opens a state that earlier runs left. Upkeep creates nothing, not even an empty file.
   *
   * @throws DtkException STORE when there is none or it cannot be opened
   */
  StateStore openExistingState() {
    Profile state = stateProfile();
    if (state.type().equals("duckdb")
        && !state.path().contains(":")
        && !Files.exists(Path.of(state.path()))) {
      throw new DtkException(
          ErrorCode.STORE, "profile " + state + " has no state yet; 'dtk run' creates it");
    }
    return StateStores.open(state);
  }

  /**
   * The source profiles of the metrics by name.
   *
   * @throws DtkException CONFIG when one of them is unknown or not complete
   */
  Map<String, Profile> sources(List<MetricConfig> metrics) {
    profiles().checkSources(project(), metrics);
    Map<String, Profile> sources = new HashMap<>();
    for (MetricConfig metric : metrics) {
      metric
          .sourceProfile()
          .or(project()::sourceProfile)
          .ifPresent(
              name -> sources.computeIfAbsent(name, n -> searchingRoot(profiles().source(n))));
    }
    return sources;
  }

  /** Whom messages can be sent to, by name. */
  Map<String, ChannelConfig> channels() {
    return profiles().channels();
  }

  private Profiles profiles() {
    if (profiles == null) {
      profiles = reading(project::profiles);
    }
    return profiles;
  }

  /**
   * Lets {@code read_csv('data/x.csv')} find files of the project wherever the command is started:
   * DuckDB looks in the current directory first, as in the original, and then here.
   */
  private Profile searchingRoot(Profile connection) {
    String root = project().root().toString();
    // Commas separate the setting's paths and cannot be escaped.
    if (!connection.type().equals("duckdb")
        || connection.settings().containsKey(SEARCH_PATH)
        || root.contains(",")) {
      return connection;
    }
    Map<String, String> settings = new HashMap<>(connection.settings());
    settings.put(SEARCH_PATH, root);
    return new Profile(
        connection.name(),
        connection.type(),
        connection.host(),
        connection.port(),
        connection.user(),
        connection.password(),
        connection.database(),
        connection.path(),
        connection.readOnly(),
        connection.internalLocation(),
        connection.dataLocation(),
        Map.copyOf(settings));
  }

  private <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } finally {
      List<ConfigWarning> all = warnings.all();
      all.subList(warningsShown, all.size()).forEach(this::show);
      warningsShown = all.size();
    }
  }

  private void show(ConfigWarning warning) {
    console.errorLine(
        "Warning: " + warning.file() + ":" + warning.line() + ": " + warning.message(),
        Style.YELLOW);
  }
}
