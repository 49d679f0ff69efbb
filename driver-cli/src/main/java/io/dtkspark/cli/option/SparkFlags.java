package io.dtkspark.cli.option;

import io.dtkspark.run.SparkOptions;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How Spark is started. */
public final class SparkFlags {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master (default: what spark-submit set, else local[*]: all cores of this"
              + " machine).")
  private String master;

  private int sourceConnections = SparkOptions.DEFAULT_SOURCE_CONNECTIONS;

  @Option(
      names = "--source-connections",
      paramLabel = "N",
      description =
          "Queries that may run at once against one source, per executor (default: "
              + SparkOptions.DEFAULT_SOURCE_CONNECTIONS
              + ").")
  private void setSourceConnections(int connections) {
    sourceConnections = atLeastOne("--source-connections", connections);
  }

  private int chunkRows = SparkOptions.DEFAULT_MAX_CHUNK_ROWS;

  @Option(
      names = "--chunk-rows",
      paramLabel = "N",
      description =
          "Datapoints a task may hold at once; bounds memory, never changes a row (default: "
              + SparkOptions.DEFAULT_MAX_CHUNK_ROWS
              + ").")
  private void setChunkRows(int rows) {
    chunkRows = atLeastOne("--chunk-rows", rows);
  }

  private int atLeastOne(String option, int number) {
    if (number < 1) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '" + option + "': " + number + " (at least 1 is needed)");
    }
    return number;
  }

  public SparkOptions toOptions() {
    return new SparkOptions(Optional.ofNullable(master), sourceConnections, chunkRows);
  }
}
