package io.dtkspark.cli.command;

import io.dtkspark.cli.option.RunOptions;
import io.dtkspark.config.MetricConfig;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.plan.Step;
import io.dtkspark.run.SparkOptions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a command line into a checked {@link RunRequest}, before anything is opened. */
final class RunRequests {

  private RunRequests() {}

  /**
   * Checks what can be checked without a connection.
   *
   * @throws DtkException CONFIG for unknown or unfit profiles
   */
  static RunRequest of(
      Workspace workspace, Selection selection, RunOptions options, SparkOptions spark) {
    Profile state = workspace.stateProfile();
    Map<String, Profile> profiles = workspace.profiles();
    checkSources(workspace, selection, profiles.keySet());
    Set<Step> steps = EnumSet.copyOf(options.steps());
    RunRequest request =
        new RunRequest(
            workspace.project(),
            selection.all(),
            state,
            profiles,
            steps,
            options.from(),
            options.to(),
            options.fullRefresh(),
            options.force(),
            Instant.now().toEpochMilli());
    refuseEmbeddedOnCluster(request, spark);
    return request;
  }

  private static void checkSources(Workspace workspace, Selection selection, Set<String> known) {
    Map<String, String> unknown = new TreeMap<>();
    for (MetricConfig metric : selection.enabled()) {
      source(workspace.project().sourceProfile(), metric)
          .filter(name -> !known.contains(name))
          .ifPresent(name -> unknown.put(metric.name(), name));
    }
    if (!unknown.isEmpty()) {
      String pairs =
          unknown.entrySet().stream()
              .map(entry -> entry.getKey() + " -> '" + entry.getValue() + "'")
              .collect(Collectors.joining(", "));
      throw new DtkException(
          ErrorCode.CONFIG,
          "unknown source_profile: "
              + pairs
              + "; profiles.yml has "
              + known.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private static Optional<String> source(Optional<String> projectWide, MetricConfig metric) {
    return metric.sourceProfile().or(() -> projectWide);
  }

  /** A DuckDB file belongs to one process: executors elsewhere could neither read nor write it. */
  private static void refuseEmbeddedOnCluster(RunRequest request, SparkOptions spark) {
    String master = spark.master().orElseGet(() -> System.getProperty("spark.master", "local[*]"));
    if (master.equals("local") || master.startsWith("local[")) {
      return;
    }
    Stream<Profile> sources =
        request.metrics().stream()
            .filter(MetricConfig::enabled)
            .flatMap(metric -> source(request.project().sourceProfile(), metric).stream())
            .map(request.sources()::get);
    Stream.concat(Stream.of(request.state()), sources)
        .filter(profile -> profile.type().equals("duckdb"))
        .findFirst()
        .ifPresent(
            profile -> {
              throw new DtkException(
                  ErrorCode.CONFIG,
                  "profile '"
                      + profile.name()
                      + "' is a DuckDB file, which only one process can open, but the Spark"
                      + " master is '"
                      + master
                      + "'; use a local master or a database server");
            });
  }
}
