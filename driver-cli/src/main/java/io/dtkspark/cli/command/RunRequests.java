package io.dtkspark.cli.command;

import io.dtkspark.cli.option.RunOptions;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.plan.RunRequest;
import io.dtkspark.run.SparkOptions;
import java.time.Instant;
import java.util.EnumSet;
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
    RunRequest request =
        new RunRequest(
            workspace.project(),
            selection.all(),
            state,
            workspace.sources(selection.enabled()),
            EnumSet.copyOf(options.steps()),
            options.from(),
            options.to(),
            options.fullRefresh(),
            options.force(),
            Instant.now().toEpochMilli());
    refuseEmbeddedOnCluster(request, spark);
    return request;
  }

  /** A DuckDB file belongs to one process: executors elsewhere could neither read nor write it. */
  private static void refuseEmbeddedOnCluster(RunRequest request, SparkOptions spark) {
    String master = spark.master().orElseGet(() -> System.getProperty("spark.master", "local[*]"));
    if (master.equals("local") || master.startsWith("local[")) {
      return;
    }
    Stream.concat(Stream.of(request.state()), request.sources().values().stream())
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
